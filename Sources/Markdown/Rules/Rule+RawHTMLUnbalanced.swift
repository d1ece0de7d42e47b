import Diagnostics

extension Rule {
  package static let rawHTMLUnbalanced = Rule(
    "markdown.raw-html-unbalanced", .error,
    "An HTML element is opened and not closed in one place, or closed and not opened.")
}

extension Diagnostic {
  static func rawHTMLUnbalanced(_ message: String, help: String, at span: Span) -> Diagnostic {
    Diagnostic(.rawHTMLUnbalanced, at: span, message, help: help)
  }
}
