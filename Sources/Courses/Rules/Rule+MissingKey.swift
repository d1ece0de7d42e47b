import Diagnostics

extension Rule {
  package static let missingKey = Rule(
    "yaml.missing-key", .error,
    "A required setting is missing, and the site cannot be built without it.")
}

extension Diagnostic {
  /// - Parameters:
  ///   - owner: what lacks it, such as `track.yml`.
  ///   - example: a line that would be right.
  static func missingKey(_ key: String, of owner: String, example: String, at span: Span) -> Diagnostic {
    Diagnostic(.missingKey, at: span, "\(owner) has no “\(key)”", help: "add a line such as: \(example)")
  }
}
