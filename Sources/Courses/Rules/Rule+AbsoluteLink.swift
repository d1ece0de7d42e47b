import Diagnostics

extension Rule {
  package static let absoluteLink = Rule("link.absolute", .error)
}

extension Diagnostic {
  static func absoluteLink(_ destination: String, at span: Span) -> Diagnostic {
    let help =
      destination.hasPrefix("//")
      ? "write the whole address: https:\(destination)"
      : "begin at the folder of this page: ../another-lesson/lesson.md"
    return Diagnostic(
      .absoluteLink, at: span, "“\(destination)” begins with /, which leads out of the course", help: help)
  }
}
