import Diagnostics

extension Rule {
  package static let expansion = Rule(
    "markdown.expansion", .error,
    "A link definition is used so often that its copies would swell the page beyond measure.")
}

extension Diagnostic {
  static func expansion(uses: Int, size: Int, at span: Span) -> Diagnostic {
    Diagnostic(
      .expansion, at: span,
      "this definition of \(size) bytes is used about \(uses) times; the links of a page may hold \(Limits.expansion) bytes in all",
      help: "shorten the destination and the title, or split the page")
  }
}
