import Diagnostics

extension Rule {
  package static let wrongType = Rule(
    "yaml.wrong-type", .error,
    "A setting has a value of another form than it needs, such as text where a list belongs.")
}

extension Diagnostic {
  /// - Parameters:
  ///   - name: the key that has the value.
  ///   - expected: what it must be, such as `a list`.
  ///   - example: how to write it.
  static func wrongType(_ name: String, mustBe expected: String, example: String, at span: Span) -> Diagnostic
  {
    Diagnostic(.wrongType, at: span, "“\(name)” must be \(expected)", help: "write it like this: \(example)")
  }
}
