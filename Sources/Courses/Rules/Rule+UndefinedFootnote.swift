import Diagnostics
import Markdown

extension Rule {
  package static let undefinedFootnote = Rule(
    "markdown.footnote-undefined", .error,
    "A footnote is referred to and nowhere defined, so readers would see its brackets.")
}

extension PageReader {
  /// Checks that a text holds no reference to a footnote that is not there: cmark leaves it as it is.
  mutating func checkFootnotes(in text: Node) {
    guard text.withLiteral({ $0.contains(UInt8(ascii: "^")) }) else { return }
    let bytes = Array(text.literal.utf8)
    var start = 0
    while start + 3 < bytes.count {
      guard bytes[start] == UInt8(ascii: "["), bytes[start + 1] == UInt8(ascii: "^") else {
        start += 1
        continue
      }
      let end = bytes[(start + 2)...].firstIndex(where: Self.endsLabel) ?? bytes.count
      if end > start + 2, end < bytes.count, bytes[end] == UInt8(ascii: "]") {
        reportFootnote(document.span(of: start..<end + 1, inLiteralOf: text))
      }
      start = end
    }
  }

  /// - Parameter span: what may be a reference; where a backslash makes it text, the file says so.
  private mutating func reportFootnote(_ span: Span) {
    let reference = source.text(in: span.range)
    let before = source.bytes[..<span.range.lowerBound].reversed().prefix { $0 == UInt8(ascii: "\\") }.count
    guard reference.hasPrefix("[^"), reference.hasSuffix("]"), before % 2 == 0 else { return }
    diagnostics.append(
      Diagnostic(
        .undefinedFootnote, at: span, "this footnote has no definition",
        help: "add a paragraph that begins with \(reference): and the note's text"))
  }

  private static func endsLabel(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "]") || byte == UInt8(ascii: "[") || byte <= UInt8(ascii: " ")
  }
}
