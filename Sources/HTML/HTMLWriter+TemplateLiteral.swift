extension HTMLWriter {
  /// Writes HTML that another writer has made as a template literal of a script (ECMA-262, section 12.9.6).
  ///
  /// Quotes, `<` and line feeds stand in it as they are, which keeps a script of HTML small. It is for files
  /// of scripts only: inside a `script` element an end tag in it would end the element.
  ///
  /// - Parameter html: what the literal stands for.
  package mutating func templateLiteral(_ html: HTMLWriter) {
    templateLiteral(html, [0..<html.count])
  }

  /// Writes parts of HTML that another writer has made as one template literal.
  ///
  /// - Parameters:
  ///   - html: the other writer.
  ///   - parts: which of its bytes the literal stands for, in order.
  package mutating func templateLiteral(_ html: HTMLWriter, _ parts: [Range<Int>]) {
    let count = parts.reduce(0) { $0 + $1.count }
    reserve(count + count / 32 + 16)
    markup("`")
    html.utf8.withUnsafeBufferPointer { text in
      for part in parts { templateCharacters(UnsafeBufferPointer(rebasing: text[part])) }
    }
    markup("`")
  }

  private mutating func templateCharacters(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = 0
    while true {
      while Self.isPlainInTemplate(text, at: index) { index += 8 }
      guard index < text.count else { break }
      defer { index += 1 }
      let escape: StaticString
      switch text[index] {
      case UInt8(ascii: "`"): escape = "\\`"
      case UInt8(ascii: "\\"): escape = "\\\\"
      case UInt8(ascii: "$"): escape = "\\$"
      // As it stands it would be read as a line feed.
      case UInt8(ascii: "\r"): escape = "\\r"
      default: continue
      }
      bytes(UnsafeBufferPointer(rebasing: text[start..<index]))
      markup(escape)
      start = index + 1
    }
    bytes(UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// Whether there are eight bytes of which none has to be escaped.
  private static func isPlainInTemplate(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 8 <= text.count else { return false }
    let block = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    return !hasZeroByte(block ^ 0x6060_6060_6060_6060) && !hasZeroByte(block ^ 0x5C5C_5C5C_5C5C_5C5C)
      && !hasZeroByte(block ^ 0x2424_2424_2424_2424) && !hasZeroByte(block ^ 0x0D0D_0D0D_0D0D_0D0D)
  }
}
