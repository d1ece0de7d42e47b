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
