import Diagnostics

/// Finds what makes cmark-gfm 0.29.0.gfm.6 take the label of a footnote out of memory that does not hold it.
///
/// `handle_close_bracket` in inlines.c takes brackets for a reference to a footnote where the text behind the
/// first begins with `^`. As its label it takes what follows in that text's memory, as many bytes as there
/// are in the source. But a text made from a character reference has memory of its own, which ends behind
/// the `^`, and a label behind `\^` reaches one byte beyond the closing bracket.
///
/// Elsewhere than in text there is no harm. With references read as text, all else of a block is the same, and
/// shows it in two ways: each such caret stands in code or raw HTML, which cmark keeps as they are written; or
/// no text holds `[^`, since they stand in links, addresses and titles.
struct BracketCaretCheck {
  private let bytes: UnsafeBufferPointer<UInt8>

  /// The first such place, if there is one.
  ///
  /// - Parameter document: the file, read with references to footnotes as text.
  static func diagnostic(of document: Document) -> Diagnostic? {
    document.read { root in
      var walk = Walk(root)
      while let event = walk.next() {
        guard case .enter(let block) = event, block.holdsInlines else { continue }
        let content = block.content
        let openings = BracketCaretCheck(bytes: content).openings
        guard let first = openings.first, content[first.upperBound...].contains(UInt8(ascii: "]")),
          mayStandInText(openings.count, of: block)
        else { continue }
        let opening = firstOutsideCode(openings, of: block, in: document) ?? first
        return .bracketCaret(
          String(decoding: content[opening], as: UTF8.self),
          at: document.span(of: opening, inContentOf: block))
      }
      return nil
    }
  }

  // MARK: Inlines

  /// Whether any of so many brackets of a block may stand in its text.
  private static func mayStandInText(_ openings: Int, of block: Node) -> Bool {
    var openingsInCode = 0
    var isInText = false
    var walk = Walk(block)
    while let event = walk.next() {
      guard case .enter(let node) = event else { continue }
      node.withLiteral { literal in
        if isVerbatim(node) { openingsInCode += BracketCaretCheck(bytes: literal).openings.count }
        if node.isText { isInText = isInText || literal.firstRange(of: "[^".utf8) != nil }
      }
    }
    return isInText && openings > openingsInCode
  }

  private static func firstOutsideCode(_ openings: [Range<Int>], of block: Node, in document: Document)
    -> Range<Int>?
  {
    let inlines = document.located(block).inlines
    var code: [Range<Int>] = []
    var walk = Walk(block)
    while let event = walk.next() {
      if case .enter(let node) = event, isVerbatim(node), let range = inlines[node] { code.append(range) }
    }
    var next = code[...]
    return openings.first { opening in
      next = next.drop { $0.upperBound <= opening.lowerBound }
      return next.first.map { opening.lowerBound < $0.lowerBound } ?? true
    }
  }

  /// Whether an inline's literal is what is written.
  private static func isVerbatim(_ node: Node) -> Bool {
    node.kind == .code || node.kind == .htmlInline
  }

  // MARK: Carets

  /// Each bracket with its caret.
  private var openings: [Range<Int>] {
    var openings: [Range<Int>] = []
    for index in bytes.indices where bytes[index] == UInt8(ascii: "[") {
      // cmark takes no empty label.
      if let end = caretEnd(behind: index), byte(end) != UInt8(ascii: "]") { openings.append(index..<end) }
    }
    return openings
  }

  /// Where the caret behind a bracket ends, if one is there that does harm.
  private func caretEnd(behind bracket: Int) -> Int? {
    guard !bytes.isEscaped(at: bracket) else { return nil }
    switch byte(bracket + 1) {
    case UInt8(ascii: "&"): return referenceEnd(behind: bracket + 1)
    case UInt8(ascii: "\\"): return byte(bracket + 2) == UInt8(ascii: "^") ? bracket + 3 : nil
    default: return nil
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

  private func byte(_ index: Int) -> UInt8 {
    index < bytes.count ? bytes[index] : 0
  }
}
