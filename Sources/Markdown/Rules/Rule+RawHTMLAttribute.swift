import Diagnostics

extension Rule {
  package static let rawHTMLAttribute = Rule(
    "markdown.raw-html-attribute", .error,
    "An HTML element has an attribute or a value that pages may not have.")
}

extension Diagnostic {
  static func rawHTMLAttribute(_ message: String, help: String, at span: Span) -> Diagnostic {
    Diagnostic(.rawHTMLAttribute, at: span, message, help: help)
  }
}
