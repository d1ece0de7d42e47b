/// The names that a template may use.
///
/// The library writes an unknown name as nothing, which nobody would notice; ``TemplateCheck``
/// therefore holds every tag against this list.
enum TemplateContext {
  /// Whether a value is text, which `{{name}}` escapes, or ready HTML, which `{{{name}}}` copies.
  enum Content: Equatable {
    case text, fragment
  }

  /// What a key holds, or nil where no context has it.
  ///
  /// - Parameter key: a name as it stands in a tag, such as `body` or `words.skip`.
  static func content(of key: String) -> Content? {
    if texts.contains(key) { return .text }
    if fragments.contains(key) { return .fragment }
    if key.hasPrefix("words."), Words.names.contains(String(key.dropFirst("words.".count))) { return .text }
    return nil
  }

  /// All keys, for suggestions.
  static var keys: [String] {
    texts + fragments + Words.names.map { "words.\($0)" }
  }

  private static let texts = [
    "description", "direction", "documentTitle", "home", "language", "policy", "script", "style", "target",
    "title", "track", "trail", "where",
  ]
  private static let fragments = [
    "body", "facts", "key", "metadata", "pager", "progress", "side", "syllabus", "toc",
  ]
}
