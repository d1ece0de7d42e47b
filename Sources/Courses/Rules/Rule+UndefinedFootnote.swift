import Diagnostics
import Markdown

extension Rule {
  package static let undefinedFootnote = Rule("markdown.footnote-undefined", .error)
}

extension PageReader {
  /// Checks that a text holds no reference to a footnote that is not there: cmark leaves it as it is.
  mutating func checkFootnotes(in text: Node) {
    guard text.withLiteral({ $0.contains(UInt8(ascii: "^")) }) else { return }
    let range = document.span(of: text).range
    let bytes = source.bytes[range]
    var start = range.lowerBound
    while start + 3 < range.upperBound {
      guard bytes[start] == UInt8(ascii: "["), bytes[start + 1] == UInt8(ascii: "^"), !isEscaped(start) else {
        start += 1
        continue
      }
      let label = bytes[(start + 2)...].prefix { !Self.endsLabel($0) }
      let end = label.endIndex
      if !label.isEmpty, end < range.upperBound, bytes[end] == UInt8(ascii: "]") {
        diagnostics.append(
          Diagnostic(
            .undefinedFootnote, at: source.span(start..<end + 1), "this footnote has no definition",
            help: "add a paragraph that begins with \(source.text(in: start..<end + 1)): and the note's text")
        )
      }
      start = end
    }
  }

  private static func endsLabel(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "]") || byte == UInt8(ascii: "[") || byte <= UInt8(ascii: " ")
  }

  private func isEscaped(_ offset: Int) -> Bool {
    source.bytes[..<offset].reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
  }
}
