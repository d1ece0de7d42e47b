/// What follows the text of a link: `(destination "title")`, `[label]`, `[]` or nothing.
struct LinkTail {
  /// Where the link ends.
  private(set) var end: Int
  /// The destination without its angle brackets, or the label; nil where the text is the label.
  private(set) var destination: Range<Int>?
  private let bytes: UnsafeBufferPointer<UInt8>

  /// - Parameters:
  ///   - bytes: the content of the block.
  ///   - start: the byte after the `]` of the link's text.
  init(_ bytes: UnsafeBufferPointer<UInt8>, after start: Int) {
    self.bytes = bytes
    end = start
    if byte(start) == UInt8(ascii: "("), let destination = inlineDestination(from: start + 1) {
      self.destination = destination.range
      end = destination.end
    } else if byte(start) == UInt8(ascii: "["), let close = labelEnd(from: start + 1) {
      destination = close > start + 1 ? (start + 1)..<close : nil
      end = close + 1
    }
  }

  private func inlineDestination(from start: Int) -> (range: Range<Int>, end: Int)? {
    let open = skipSpace(from: start)
    guard let range = byte(open) == UInt8(ascii: "<") ? bracketed(from: open) : bare(from: open) else {
      return nil
    }
    let afterDestination = byte(open) == UInt8(ascii: "<") ? range.upperBound + 1 : range.upperBound
    let title = skipSpace(from: afterDestination)
    var index = title
    if title > afterDestination, let end = titleEnd(from: title) { index = skipSpace(from: end) }
    return byte(index) == UInt8(ascii: ")") ? (range, index + 1) : nil
  }

  private func bracketed(from open: Int) -> Range<Int>? {
    var index = open + 1
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: ">"): return (open + 1)..<index
      case UInt8(ascii: "\n"), UInt8(ascii: "<"): return nil
      case UInt8(ascii: "\\"): index += 2
      default: index += 1
      }
    }
    return nil
  }

  private func bare(from start: Int) -> Range<Int>? {
    var depth = 0
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += byte(index + 1).isASCIIPunctuation ? 2 : 1
      case UInt8(ascii: "("):
        depth += 1
        index += 1
      case UInt8(ascii: ")"):
        if depth == 0 { return start..<index }
        depth -= 1
        index += 1
      case UInt8(ascii: " "), 0x09...0x0D: return start..<index
      default: index += 1
      }
    }
    return nil
  }

  private func titleEnd(from start: Int) -> Int? {
    let closer: UInt8
    switch byte(start) {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): closer = bytes[start]
    case UInt8(ascii: "("): closer = UInt8(ascii: ")")
    default: return nil
    }
    var index = start + 1
    while index < bytes.count {
      if bytes[index] == closer { return index + 1 }
      index += bytes[index] == UInt8(ascii: "\\") && byte(index + 1).isASCIIPunctuation ? 2 : 1
    }
    return nil
  }

  private func labelEnd(from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "]"): return index
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "\\"): index += byte(index + 1).isASCIIPunctuation ? 2 : 1
      default: index += 1
      }
    }
    return nil
  }

  private func skipSpace(from start: Int) -> Int {
    var index = start
    while byte(index).isMarkdownSpace || byte(index) == UInt8(ascii: "\n") { index += 1 }
    return index
  }

  private func byte(_ index: Int) -> UInt8 {
    index < bytes.count ? bytes[index] : 0
  }
}
