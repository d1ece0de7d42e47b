import Diagnostics

extension Rule {
  package static let tooDeep = Rule(
    "markdown.too-deep", .error,
    "Quotes, lists or emphasis lie too deep in one another to be read or shown.")
}

extension Diagnostic {
  static func tooDeep(at span: Span) -> Diagnostic {
    Diagnostic(
      .tooDeep, at: span, "this stands more than \(Limits.depth) levels deep",
      help: "nest quotes, lists and emphasis less deeply")
  }
}
