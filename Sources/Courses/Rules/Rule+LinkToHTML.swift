import Diagnostics

extension Rule {
  package static let linkToHTML = Rule(
    "link.html", .error, isFixable: true,
    "A link names the published page instead of its Markdown file, and would not work on GitHub.")
}

extension Diagnostic {
  /// - Parameter markdown: the Markdown file of the page, relative to the page that holds the link.
  static func linkToHTML(_ destination: String, markdown: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .linkToHTML, at: span, "“\(destination)” names the published page, not its file",
      help: "write \(markdown), which works on GitHub too")
  }
}
