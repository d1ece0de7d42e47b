import Diagnostics

extension Rule {
  package static let wrongType = Rule(
    "yaml.wrong-type", .error, isFixable: true,
    "A setting has a value of another form than it needs, such as text where a list belongs.")
}

extension Diagnostic {
  /// - Parameters:
  ///   - name: the key that has the value.
  ///   - expected: what it must be, such as `a list`.
  ///   - example: how to write it.
  ///   - meant: what to write in its place, where that is sure.
  static func wrongType(
    _ name: String, mustBe expected: String, example: String, meant: String? = nil, at span: Span
  ) -> Diagnostic {
    Diagnostic(
      .wrongType, at: span, "“\(name)” must be \(expected)", help: "write it like this: \(example)",
      fixIt: meant.map { .write($0, over: span) })
  }
}
