import Diagnostics

extension Rule {
  package static let tooDeep = Rule("markdown.too-deep", .error)
}

extension Diagnostic {
  static func tooDeep(at span: Span) -> Diagnostic {
    Diagnostic(
      .tooDeep, at: span, "this stands more than \(Limits.depth) levels deep",
      help: "nest quotes, lists and emphasis less deeply")
  }
}
