import HTML
import Markdown

extension MarkdownWriter {
  /// Writes what pages let through of raw HTML; plain Markdown in cmark's safe mode lets nothing through.
  ///
  /// Tags are written anew from what was read of them. What is not allowed is left out: it is an error
  /// (``RawHTMLCheck``), so that this only shows in a preview.
  mutating func writeRawHTML(of node: Node) {
    guard page != nil else {
      html.markup("<!-- raw HTML omitted -->")
      return
    }
    node.withLiteral { literal in
      for token in RawHTML(literal) {
        switch token.kind {
        case .comment, .other: break
        case .text: writeText(UnsafeBufferPointer(rebasing: literal[token.range]))
        case .tag(let tag): writeTag(tag)
        }
      }
    }
  }

  private mutating func writeText(_ text: UnsafeBufferPointer<UInt8>) {
    // The end of a line on which nothing was written would be an empty line.
    let isLineEnd =
      text.allSatisfy { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: " ") }
      && text.contains(UInt8(ascii: "\n"))
    if isLineEnd { html.lineStart() } else { html.textWithReferences(text) }
  }

  private mutating func writeTag(_ tag: RawHTML.Tag) {
    guard let element = RawHTMLElement(rawValue: tag.name), !(tag.isClosing && element.isVoid) else { return }
    html.markup(tag.isClosing ? "</" : "<")
    html.text(element.rawValue)
    if !tag.isClosing {
      for attribute in tag.attributes {
        guard let known = RawHTMLAttribute(rawValue: attribute.name) else { continue }
        html.markup(" ")
        html.text(known.rawValue)
        guard known != .open, let value = attribute.value else { continue }
        html.markup("=\"")
        html.textWithReferences(value)
        html.markup("\"")
      }
    }
    html.markup(">")
  }
}
