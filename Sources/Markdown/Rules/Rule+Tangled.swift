import Diagnostics

extension Rule {
  package static let tangled = Rule(
    "markdown.tangled", .error,
    "A paragraph holds so many unfinished marks that reading it takes too long.")
}

extension Diagnostic {
  /// - Parameter what: what there is too much of, with its place in the sentence “…  in one block”.
  static func tangled(_ what: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .tangled, at: span, "there is too much of this in one paragraph: \(what)",
      help: "split the paragraph with empty lines, or put the text in a code block")
  }
}
