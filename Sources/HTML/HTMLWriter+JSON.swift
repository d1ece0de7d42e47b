extension HTMLWriter {
  /// Writes a text as a string of JSON (RFC 8259) that may stand in a script and inside a `script`
  /// element: `<` is escaped, so that no end tag can occur in it, and so are the two line separators that
  /// older scripts do not allow in a string.
  package mutating func jsonString(_ text: String) {
    var text = text
    text.withUTF8 { jsonString($0) }
  }

  private mutating func jsonString(_ text: UnsafeBufferPointer<UInt8>) {
    markup("\"")
    var start = 0
    for (index, byte) in text.enumerated() where byte < 0x20 || Self.isSpecialInJSON(byte) {
      let isSeparator = byte == Self.separatorStart
      if isSeparator, !Self.hasSeparator(at: index, of: text) { continue }
      bytes(UnsafeBufferPointer(rebasing: text[start..<index]))
      start = index + (isSeparator ? 3 : 1)
      switch byte {
      case UInt8(ascii: "\""): markup("\\\"")
      case UInt8(ascii: "\\"): markup("\\\\")
      case UInt8(ascii: "\n"): markup("\\n")
      case UInt8(ascii: "<"): markup("\\u003c")
      case Self.separatorStart: markup(text[index + 2] == 0xA8 ? "\\u2028" : "\\u2029")
      default:
        markup(byte < 0x10 ? "\\u000" : "\\u001")
        bytes(CollectionOfOne(Self.hexadecimalDigit(byte & 0xF)))
      }
    }
    bytes(UnsafeBufferPointer(rebasing: text[start...]))
    markup("\"")
  }

  private static let separatorStart: UInt8 = 0xE2

  private static func isSpecialInJSON(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "<")
      || byte == separatorStart
  }

  /// Whether U+2028 or U+2029 begins there, in UTF-8 E2 80 A8 and E2 80 A9.
  private static func hasSeparator(at index: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
    index + 2 < text.count && text[index + 1] == 0x80 && (0xA8...0xA9).contains(text[index + 2])
  }
}
