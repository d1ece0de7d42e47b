import Diagnostics

extension Rule {
  package static let badValue = Rule(
    "yaml.bad-value", .error, isFixable: true,
    "A setting has a value that it does not take.")
}

extension Diagnostic {
  /// A word that is none of those that a key takes.
  static func badValue(_ value: String, of name: String, among values: [String], at span: Span) -> Diagnostic
  {
    let help =
      nearest(to: value, among: values).map { "did you mean “\($0)”?" }
      ?? "write one of: \(values.joined(separator: ", "))"
    return Diagnostic(
      .badValue, at: span, "“\(name)” cannot be “\(value)”", help: help,
      fixIt: onlyNear(to: value, among: values).map { .write($0, over: span) })
  }

  /// A value that breaks the form that its key demands.
  static func badValue(_ message: String, help: String, at span: Span) -> Diagnostic {
    Diagnostic(.badValue, at: span, message, help: help)
  }
}
