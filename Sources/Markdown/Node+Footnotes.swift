extension Node {
  /// A mark in the text that leads to a footnote.
  package struct FootnoteReference: Hashable, Sendable {
    /// The name of the footnote in the source.
    package let label: String
    /// The footnote's number on the page, from 1.
    package let number: Int
    /// Which mark of this footnote it is, from 1.
    package let occurrence: Int
  }

  /// The text of a footnote.
  package struct FootnoteDefinition: Hashable, Sendable {
    /// The name of the footnote in the source.
    package let label: String
    /// How many marks lead to it.
    package let references: Int
  }

  // cmark keeps these facts in fields that no public function reads. Its HTML of the node alone tells
  // them: quotation marks are escaped in text, so what stands between them here is cmark's own.

  /// What a footnote reference refers to; nil for other nodes.
  package var footnoteReference: FootnoteReference? {
    guard kind == .footnoteReference else { return nil }
    let html = renderedByCMark
    guard let label = html.part(after: "href=\"#fn-", before: "\""),
      let id = html.part(after: "id=\"fnref-", before: "\""), let number = Int(literal)
    else { return nil }
    let occurrence = id.count > label.count ? Int(id.dropFirst(label.count + 1)) ?? 1 : 1
    return FootnoteReference(label: label.withoutReferences, number: number, occurrence: occurrence)
  }

  /// What a footnote definition defines; nil for other nodes.
  package var footnoteDefinition: FootnoteDefinition? {
    guard kind == .footnoteDefinition else { return nil }
    let html = renderedByCMark
    guard let label = html.part(after: "<li id=\"fn-", before: "\"") else { return nil }
    let links =
      html.split(separator: "class=\"footnote-backref\"", omittingEmptySubsequences: false).count - 1
    return FootnoteDefinition(label: label.withoutReferences, references: links)
  }
}

extension String {
  fileprivate func part(after start: String, before end: Character) -> String? {
    guard let found = firstRange(of: start), let close = self[found.upperBound...].firstIndex(of: end) else {
      return nil
    }
    return String(self[found.upperBound..<close])
  }

  /// The text with the two character references resolved that cmark writes into addresses.
  fileprivate var withoutReferences: String {
    replacing("&#x27;", with: "'").replacing("&amp;", with: "&")
  }
}
