import Diagnostics

/// Finds what makes cmark-gfm 0.29.0.gfm.6 take the label of a footnote out of memory that does not hold it.
///
/// `handle_close_bracket` in inlines.c takes brackets for a reference to a footnote where the text behind the
/// first begins with `^`. As its label it takes what follows in that text's memory, as many bytes as there
/// are in the source. But a text made from a character reference has memory of its own, which ends behind
/// the `^`, and the label of an image with `\^` reaches one byte beyond the closing bracket.
///
/// In code, raw HTML and the text of a link there is no harm, but to know these is to parse the inlines.
struct BracketCaretCheck {
  private let bytes: UnsafeBufferPointer<UInt8>

  /// The first such place, if there is one.
  ///
  /// - Parameters:
  ///   - root: the document node, its inlines not parsed yet.
  ///   - source: the file.
  ///   - start: where its Markdown begins.
  ///   - extraLines: how many lines more cmark counts.
  static func diagnostic(of root: Node, in source: SourceFile, from start: Int, extraLines: Int)
    -> Diagnostic?
  {
    // Some blocks have no line; they follow those before them.
    var line = source.line(at: start)
    var blocks = UnparsedBlocks(root, in: source, extraLines: extraLines)
    while let (node, content) = blocks.next() {
      line = max(line, node.reportedLine - extraLines)
      guard let lastBracket = content.lastIndex(of: UInt8(ascii: "]")),
        let opening = BracketCaretCheck(bytes: content).first(in: 0..<lastBracket)
      else { continue }
      let text = String(decoding: content[opening], as: UTF8.self)
      // So much tells it from others, and keeps the search in linear time.
      let longestPart = 100
      let rest = content[opening.lowerBound...].prefix(longestPart).prefix {
        $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "|")
      }
      let place = place(of: rest, in: source, fromLine: line)
      return .bracketCaret(
        text, at: place.map { source.span($0..<$0 + opening.count) } ?? source.span(ofLine: line))
    }
    return nil
  }

  /// Where the file has a part of a line that begins with a bracket and a caret.
  private static func place(
    of part: Slice<UnsafeBufferPointer<UInt8>>, in source: SourceFile, fromLine line: Int
  )
    -> Int?
  {
    source.bytes.withUnsafeBufferPointer { bytes in
      let check = BracketCaretCheck(bytes: bytes)
      var start = source.range(ofLine: line).lowerBound
      while let opening = check.first(in: start..<bytes.count) {
        if bytes[opening.lowerBound...].starts(with: part) { return opening.lowerBound }
        start = opening.upperBound
      }
      return nil
    }
  }

  /// The first bracket with its caret that begins in a range.
  private func first(in range: Range<Int>) -> Range<Int>? {
    for index in range where bytes[index] == UInt8(ascii: "[") {
      // cmark takes no empty label.
      if let end = caretEnd(behind: index), byte(end) != UInt8(ascii: "]") { return index..<end }
    }
    return nil
  }

  /// Where the caret behind a bracket ends, if one is there that does harm.
  private func caretEnd(behind bracket: Int) -> Int? {
    switch byte(bracket + 1) {
    case UInt8(ascii: "&"): isEscaped(bracket) ? nil : referenceEnd(behind: bracket + 1)
    case UInt8(ascii: "\\"): byte(bracket + 2) == UInt8(ascii: "^") && isImage(bracket) ? bracket + 3 : nil
    default: nil
    }
  }

  /// Where the character reference for a caret ends whose `&` is given.
  private func referenceEnd(behind ampersand: Int) -> Int? {
    let mostDigits = 8
    var index = ampersand + 1
    if bytes[index...].starts(with: "Hat;".utf8) { return index + 4 }
    guard byte(index) == UInt8(ascii: "#") else { return nil }
    index += 1
    let isHexadecimal = byte(index) | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { index += 1 }
    let digits = bytes[index...].prefix(mostDigits).prefix { $0 != UInt8(ascii: ";") }
    let end = index + digits.count
    guard byte(end) == UInt8(ascii: ";"), digits.allSatisfy({ $0.isASCIIDigit || $0.isASCIILetter }) else {
      return nil
    }
    let number = Int(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
    return number == 0x5E ? end + 1 : nil
  }

  private func isImage(_ bracket: Int) -> Bool {
    bracket > 0 && bytes[bracket - 1] == UInt8(ascii: "!") && !isEscaped(bracket - 1)
  }

  private func isEscaped(_ index: Int) -> Bool {
    bytes[..<index].reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
  }

  private func byte(_ index: Int) -> UInt8 {
    index < bytes.count ? bytes[index] : 0
  }
}
