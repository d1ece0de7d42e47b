import Diagnostics

extension Rule {
  package static let duplicateKey = Rule(
    "yaml.duplicate-key", .error,
    "A setting is made twice in one place, and only one of the two could hold.")
}

extension Diagnostic {
  /// - Parameters:
  ///   - span: the second of two equal keys, or the first where the second is not known.
  ///   - first: the first, where `span` is the second.
  static func duplicateKey(_ key: String, at span: Span, first: Span?) -> Diagnostic {
    Diagnostic(
      .duplicateKey, at: span, "“\(key)” is set twice", help: "keep one of the two",
      notes: first.map { [Note("it is first set here", at: $0)] } ?? [])
  }
}
