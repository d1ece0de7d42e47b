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
        if let block = asciiBlock(in: bytes, at: index), !block.holdsMark {
          let starts = block.letters & ~(block.letters << 8 | (isInWord ? 0x80 : 0))
          words += starts.nonzeroBitCount
          isInWord = block.letters >> 63 == 1
          index += 8
          continue
        }
        let byte = bytes[index]
        if byte < 0x80 {
          index += 1
          // Without branches, which no processor would foresee: words are short.
          let begins = isLetterOrDigit(byte)
          words += begins && !isInWord ? 1 : 0
          let isMark = byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-")
          isInWord = begins || (isInWord && isMark)
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

  /// Eight bytes of ASCII, of which the highest bit of each byte tells the kind.
  private struct ASCIIBlock {
    /// The letters and digits.
    let letters: UInt64
    /// Whether there is a mark that may stand inside a word.
    let holdsMark: Bool
  }

  /// The eight bytes at an index; nil where there are fewer, or some are not ASCII.
  private static func asciiBlock(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> ASCIIBlock? {
    guard index + 8 <= bytes.count else { return nil }
    let block = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
      .littleEndian
    guard block & every(0x80) == 0 else { return nil }
    let small = block | every(0x20)
    let letters = atLeast(UInt8(ascii: "a"), in: small) & ~atLeast(UInt8(ascii: "z") + 1, in: small)
    let digits = atLeast(UInt8(ascii: "0"), in: block) & ~atLeast(UInt8(ascii: "9") + 1, in: block)
    let apostrophes = ~atLeast(1, in: block ^ every(UInt8(ascii: "'")))
    let hyphens = ~atLeast(1, in: block ^ every(UInt8(ascii: "-")))
    return ASCIIBlock(
      letters: (letters | digits) & every(0x80), holdsMark: (apostrophes | hyphens) & every(0x80) != 0)
  }

  private static func every(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The highest bit of each byte that is no smaller than a limit, both below 0x80; other bits mean nothing.
  private static func atLeast(_ limit: UInt8, in block: UInt64) -> UInt64 { block &+ every(0x80 - limit) }

  /// The character that begins at an index, which is moved behind it.
  private static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at index: inout Int) -> Unicode.Scalar {
    let start = index
    index += 1
    while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return properties.isAlphabetic || properties.numericType != nil
      || properties.generalCategory == .nonspacingMark
  }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD: true
    default: false
    }
  }
}
