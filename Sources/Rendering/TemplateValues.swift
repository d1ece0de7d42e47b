import HTML

/// What stands in a template in place of its names; a name without a value stands for nothing.
struct TemplateValues: Sendable {
  private var values = [TemplateKey: HTMLWriter](minimumCapacity: TemplateKey.allCases.count)

  /// Sets a value that is text.
  mutating func set(_ key: TemplateKey, text: String) {
    var html = HTMLWriter(capacity: text.utf8.count)
    html.textInAnyQuotes(text)
    values[key] = html
  }

  /// Sets a value that is ready HTML.
  mutating func set(_ key: TemplateKey, _ html: HTMLWriter) {
    values[key] = html
  }

  subscript(key: TemplateKey) -> HTMLWriter? { values[key] }
}
