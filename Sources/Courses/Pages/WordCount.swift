import Markdown

/// Counts the words of running text.
enum WordCount {
  /// How many words a node's literal has: runs of letters and digits, with marks inside them. Scripts
  /// without spaces between words count one word for two characters, which is about how fast they are
  /// read.
  static func words(in node: Node) -> Int {
    node.withLiteral { bytes in
      var words = 0
      var ideographs = 0
      var isInWord = false
      var index = 0
      while index < bytes.count {
        let block = ASCIIBlock(of: bytes, at: index)
        if block.count > 0 {
          words += block.wordStarts(isInWord: &isInWord)
          index += block.count
          continue
        }
        let scalar = scalar(in: bytes, at: &index)
        if isIdeograph(scalar) {
          ideographs += 1
          isInWord = false
        } else if isLetterOrDigit(scalar) {
          if !isInWord { words += 1 }
          isInWord = true
        } else if scalar != "’", scalar != "\u{AD}" {
          isInWord = false
        }
      }
      return words + (ideographs + 1) / 2
    }
  }

  /// The character that begins at an index, which is moved behind it.
  private static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at index: inout Int) -> Unicode.Scalar {
    let start = index
    index += 1
    while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Most of what European texts hold besides ASCII: Latin letters, and dashes and quotation marks. Unicode's
    // tables, which say the same, take longer to ask.
    case 0xC0...0x24F: return scalar != "×" && scalar != "÷"
    case 0x2010...0x205E: return false
    default:
      let properties = scalar.properties
      return properties.isAlphabetic || properties.numericType != nil
        || properties.generalCategory == .nonspacingMark
    }
  }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD: true
    default: false
    }
  }
}

/// Up to eight bytes of ASCII, looked at all at once: words are short, so that a look at each byte would mean
/// many branches that no processor foresees.
private struct ASCIIBlock {
  /// How many bytes there are: 0 where the first is not ASCII.
  let count: Int
  /// The bytes, the first the lowest, and zeros behind them.
  private let bytes: UInt64

  /// The highest bit of each byte.
  private static var highest: UInt64 { every(0x80) }

  @inline(__always)
  init(of text: UnsafeBufferPointer<UInt8>, at index: Int) {
    let left = text.count &- index
    var bytes: UInt64 = 0
    if left >= 8 {
      bytes = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
      if bytes & Self.highest == 0 {
        count = 8
        self.bytes = bytes
        return
      }
    } else {
      for place in (index..<text.count).reversed() { bytes = bytes << 8 | UInt64(text[place]) }
    }
    count = min(left, (bytes & Self.highest).trailingZeroBitCount / 8)
    self.bytes = count < 8 ? bytes & (1 << UInt64(8 * count) - 1) : bytes
  }

  /// How many words begin.
  ///
  /// - Parameter isInWord: whether a word goes on before the block, and then whether one does behind it.
  @inline(__always)
  func wordStarts(isInWord: inout Bool) -> Int {
    let small = bytes | Self.every(0x20)
    let isLetter = atLeast(UInt8(ascii: "a"), in: small) & ~atLeast(UInt8(ascii: "z") + 1, in: small)
    let isDigit = atLeast(UInt8(ascii: "0"), in: bytes) & ~atLeast(UInt8(ascii: "9") + 1, in: bytes)
    let isNoMark =
      atLeast(1, in: bytes ^ Self.every(UInt8(ascii: "'")))
      & atLeast(1, in: bytes ^ Self.every(UInt8(ascii: "-")))
    let letters = (isLetter | isDigit) & Self.highest
    // That a word goes on is what an addition carries: letters and digits make the carry, and marks hand it
    // on, as do the seven lower bits of each byte.
    let carriers = letters | ~isNoMark | ~Self.highest
    let (half, overflows) = carriers.addingReportingOverflow(letters)
    let (sum, overflowsAgain) = half.addingReportingOverflow(isInWord ? 1 : 0)
    let inWord = sum ^ carriers ^ letters
    isInWord = count == 8 ? overflows || overflowsAgain : inWord >> UInt64(8 * count) & 1 == 1
    // The sum of the highest bits.
    return Int(truncatingIfNeeded: (((letters & ~inWord) >> 7) &* Self.every(1)) >> 56)
  }

  private static func every(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The highest bit of each byte that is no smaller than a limit, both below 0x80; other bits mean nothing.
  private func atLeast(_ limit: UInt8, in block: UInt64) -> UInt64 { block &+ Self.every(0x80 - limit) }
}
