import HTML
import Markdown

extension MarkdownWriter {
  /// Writes what pages let through of raw HTML; plain Markdown in cmark's safe mode lets nothing through.
  mutating func writeRawHTML(of node: Node) {
    html.markup("<!-- raw HTML omitted -->")
  }
}
