import Diagnostics

extension Rule {
  package static let absoluteLink = Rule(
    "link.absolute", .error, isFixable: true,
    "A link begins with a slash, which leads out of a course that lies in a folder of its host.")
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
