/// Follows the text of a node through the content that it was read from, where escapes and character
/// references are still written out.
struct TextAligner {
  /// The next byte of the text.
  private(set) var index = 0
  /// The place in the content of that byte, or the end of what was read.
  private(set) var place: Int
  private let literal: UnsafeBufferPointer<UInt8>
  private let content: UnsafeBufferPointer<UInt8>

  init(_ literal: UnsafeBufferPointer<UInt8>, _ content: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.literal = literal
    self.content = content
    self.place = start
  }

  /// Whether all of the text was found.
  var isComplete: Bool { index == literal.count }

  /// Reads one byte of the text, or all that an escape or a character reference stands for.
  ///
  /// - Returns: false at the end of the text, and where the content does not hold it.
  mutating func advance() -> Bool {
    guard index < literal.count, place < content.count else { return false }
    let byte = content[place]
    if byte == UInt8(ascii: "\\"), place + 1 < content.count, content[place + 1].isASCIIPunctuation,
      content[place + 1] == literal[index]
    {
      place += 2
      index += 1
      return true
    }
    if byte == UInt8(ascii: "&"), let end = CharacterReference.end(in: content, from: place) {
      // `&amp;amp;` is the text `&amp;`, and an unknown name stays as it is written.
      let name = content[place..<end]
      if literal.count - index < name.count || !literal[index..<(index + name.count)].elementsEqual(name)
        || CharacterReference.isAmpersand(name)
      {
        guard let size = sizeOfReference(to: end) else { return false }
        place = end
        index += size
        return true
      }
    }
    guard byte == literal[index] else { return false }
    place += 1
    index += 1
    return true
  }

  /// How many bytes of the text a character reference stands for: those of one character or of two, the
  /// most that a named one has (HTML, section 13.5).
  private func sizeOfReference(to end: Int) -> Int? {
    let one = sizeOfScalar(at: index)
    guard index + one < literal.count else { return index + one == literal.count ? one : nil }
    let two = one + sizeOfScalar(at: index + one)
    guard index + two <= literal.count else { return one }
    let second = literal[(index + one)..<(index + two)]
    let isSecondOfTwo = Self.secondCharacters.contains { second.elementsEqual($0.utf8) }
    // The same character may also stand behind the reference.
    return isSecondOfTwo && !content[end...].starts(with: second) ? two : one
  }

  /// What named references of two characters end with, but for `&fjlig;`, whose `j` is not told from text.
  private static let secondCharacters = [
    "\u{338}", "\u{20D2}", "\u{20E5}", "\u{331}", "\u{333}", "\u{FE00}", "\u{200A}",
  ]

  private func sizeOfScalar(at index: Int) -> Int {
    switch literal[index] {
    case 0..<0x80: 1
    case 0..<0xE0: 2
    case 0..<0xF0: 3
    default: 4
    }
  }
}

/// Character references as CommonMark 0.31 writes them, section 2.5.
enum CharacterReference {
  /// Where the reference that begins at `start` ends, if one begins there.
  static func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start + 1
    let isNumber = index < bytes.count && bytes[index] == UInt8(ascii: "#")
    if isNumber { index += 1 }
    let nameStart = index
    while index < bytes.count, index - nameStart < 32, bytes[index].isASCIILetter || bytes[index].isASCIIDigit
    {
      index += 1
    }
    guard index > nameStart, index < bytes.count, bytes[index] == UInt8(ascii: ";") else { return nil }
    return index + 1
  }

  /// Whether a reference stands for `&`, the character that it begins with itself.
  static func isAmpersand(_ reference: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    ["&amp;", "&AMP;", "&#38;", "&#x26;", "&#X26;"].contains { reference.elementsEqual($0.utf8) }
  }
}
