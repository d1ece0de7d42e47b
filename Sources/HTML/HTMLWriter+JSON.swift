extension HTMLWriter {
  /// Writes a text as a string of JSON (RFC 8259) that may stand in a script and inside a `script`
  /// element: `<` is escaped, so that no end tag can occur in it, and so are the two line separators that
  /// older scripts do not allow in a string.
  package mutating func jsonString(_ text: String) {
    var text = text
    text.withUTF8 { jsonString($0) }
  }

  /// Writes HTML that another writer has made as a string of JSON; the same as for a text.
  package mutating func jsonString(_ html: HTMLWriter) {
    html.utf8.withUnsafeBufferPointer { jsonString($0) }
  }

  private mutating func jsonString(_ text: UnsafeBufferPointer<UInt8>) {
    reserve(text.count + text.count / 8)
    markup("\"")
    var start = 0
    var index = 0
    while true {
      while Self.isPlainInJSON(text, at: index) { index += 8 }
      guard index < text.count else { break }
      defer { index += 1 }
      let byte = text[index]
      guard byte < 0x20 || Self.isSpecialInJSON(byte) else { continue }
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

  /// Whether there are eight bytes of which none has to be looked at closely.
  private static func isPlainInJSON(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 8 <= text.count else { return false }
    let block = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    // A byte above 0x7F may begin a separator; below 0x20, adding does not reach the highest bit.
    let isText = block &+ 0x6060_6060_6060_6060
    return (block | ~isText) & 0x8080_8080_8080_8080 == 0
      && !hasZeroByte(block ^ 0x2222_2222_2222_2222) && !hasZeroByte(block ^ 0x5C5C_5C5C_5C5C_5C5C)
      && !hasZeroByte(block ^ 0x3C3C_3C3C_3C3C_3C3C)
  }

  private static func isSpecialInJSON(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "<")
      || byte == separatorStart
  }

  /// Whether U+2028 or U+2029 begins there, in UTF-8 E2 80 A8 and E2 80 A9.
  private static func hasSeparator(at index: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
    index + 2 < text.count && text[index + 1] == 0x80 && (0xA8...0xA9).contains(text[index + 2])
  }
}
