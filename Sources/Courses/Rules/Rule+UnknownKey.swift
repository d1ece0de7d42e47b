import Diagnostics

extension Rule {
  package static let unknownKey = Rule(
    "yaml.unknown-key", .error,
    "A setting has a name that nothing reads, so what it says would be lost.")
}

extension Diagnostic {
  /// - Parameter keys: the keys that may stand here.
  static func unknownKey(_ key: String, among keys: [String], at span: Span) -> Diagnostic {
    let help =
      nearest(to: key, among: keys).map { "did you mean “\($0)”?" }
      ?? "remove it; the keys are: \(keys.joined(separator: ", "))"
    return Diagnostic(.unknownKey, at: span, "there is no setting “\(key)”", help: help)
  }
}
