import Diagnostics

extension Rule {
  package static let unknownKey = Rule(
    "yaml.unknown-key", .error, isFixable: true,
    "A setting has a name that nothing reads, so what it says would be lost.")
}

extension Diagnostic {
  /// - Parameters:
  ///   - keys: the keys that may stand here.
  ///   - meant: the key to write in its place, where that is sure.
  static func unknownKey(
    _ key: String, among keys: [String], meant: String?, at span: Span
  ) -> Diagnostic {
    let help =
      nearest(to: key, among: keys).map { "did you mean “\($0)”?" }
      ?? "remove it; the keys are: \(keys.joined(separator: ", "))"
    return Diagnostic(
      .unknownKey, at: span, "there is no setting “\(key)”", help: help,
      fixIt: meant.map { .write($0, over: span) })
  }
}
