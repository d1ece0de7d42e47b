import Diagnostics

extension Rule {
  package static let nul = Rule(
    "markdown.nul", .error,
    "A file holds a NUL byte, which no text has.")
}

extension Diagnostic {
  static func nul(at span: Span) -> Diagnostic {
    Diagnostic(.nul, at: span, "a NUL byte is not text", help: "delete it, and save the file as UTF-8")
  }
}
