import Diagnostics

extension Rule {
  package static let rawHTMLUnbalanced = Rule("markdown.raw-html-unbalanced", .error)
}

extension Diagnostic {
  static func rawHTMLUnbalanced(_ message: String, help: String, at span: Span) -> Diagnostic {
    Diagnostic(.rawHTMLUnbalanced, at: span, message, help: help)
  }
}
