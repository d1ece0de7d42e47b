import Diagnostics

extension Rule {
  package static let footnoteLabel = Rule(
    "markdown.footnote-label", .error,
    "A reference to a footnote seems to go on on another line, where its label is not read whole."
  )
}

extension Diagnostic {
  static func footnoteLabel(at span: Span) -> Diagnostic {
    Diagnostic(
      .footnoteLabel, at: span,
      "“[^” begins a reference to a footnote whose “]” stands on another line, so its label is not read whole",
      help: "write it on one line up to its “]”, or write “\\[^” where no footnote is meant")
  }
}
