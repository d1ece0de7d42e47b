import Diagnostics

extension Rule {
  package static let bracketCaret = Rule(
    "markdown.bracket-caret", .error,
    "Behind a bracket stands a caret that is not written as one, so that the label of a footnote cannot be told."
  )
}

extension Diagnostic {
  /// - Parameter opening: the bracket and the caret as they are written.
  static func bracketCaret(_ opening: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .bracketCaret, at: span,
      "“\(opening)” begins like a reference to a footnote, whose label cannot be told behind a caret written so",
      help: "write “[^” for a footnote, or “\\\(opening)” for a bracket; in code, use a code block")
  }
}
