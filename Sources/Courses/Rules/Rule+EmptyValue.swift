import Diagnostics

extension Rule {
  package static let emptyValue = Rule(
    "yaml.empty", .error,
    "A setting has no value.")
}

extension Diagnostic {
  static func emptyValue(_ name: String, example: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .emptyValue, at: span, "“\(name)” is empty", help: "write a value after it, such as: \(example)")
  }
}
