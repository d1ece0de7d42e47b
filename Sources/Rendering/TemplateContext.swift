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
    return words.contains(key) ? .text : nil
  }

  /// All keys, for suggestions.
  static var keys: [String] {
    texts + fragments + words
  }

  private static let texts = [
    "canonical", "description", "direction", "documentTitle", "home", "icon", "language", "policy", "script",
    "style", "target", "title", "track", "trail", "where",
  ]
  private static let fragments = [
    "badge", "body", "copy", "due", "facts", "heading", "key", "metadata", "pager", "progress", "side",
    "syllabus",
    "toc",
  ]
  private static let words = Words.templatePhrases.map { "words.\($0.rawValue)" }
}
