import Diagnostics

extension Rule {
  package static let outsideLink = Rule(
    "link.outside", .error,
    "A link climbs out of the `Content` folder, and what it leads to is not published.")
}

extension Diagnostic {
  static func outsideLink(_ destination: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .outsideLink, at: span, "“\(destination)” leads out of the Content folder",
      help: "move the file into the folder of this lesson, or link to its address on the web")
  }
}
