extension String {
  /// The text in one line as Markdown that shows it as it is: the characters escaped that would mark
  /// something up.
  package var escapedAsMarkdown: String {
    guard utf8.contains(where: { $0 < 0x20 || $0 >= 0x80 || Self.marksUp($0) }) else { return self }
    var escaped = String.UnicodeScalarView()
    // Not by characters: one with a combining mark behind it is another character.
    for scalar in unicodeScalars {
      if let byte = UInt8(exactly: scalar.value), Self.marksUp(byte) { escaped.append("\\") }
      escaped.append(Character(scalar).isNewline ? " " : scalar)
    }
    return String(escaped)
  }

  private static func marksUp(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "#"), UInt8(ascii: "&"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
