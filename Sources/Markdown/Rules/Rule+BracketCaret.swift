import Diagnostics

extension Rule {
  package static let bracketCaret = Rule(
    "markdown.bracket-caret", .error,
    "A reference to a footnote seems to begin with a caret written as `\\^`, `&Hat;` or `&#94;`, where no label can be read."
  )
}

extension Diagnostic {
  /// - Parameter opening: the bracket and the caret as they are written.
  static func bracketCaret(_ opening: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .bracketCaret, at: span,
      "“\(opening)” begins like a reference to a footnote, but with its caret written so no label can be read",
      help: "write “[^”, or “\\[^” where no footnote is meant")
  }
}
