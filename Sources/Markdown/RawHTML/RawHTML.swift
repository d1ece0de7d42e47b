/// The pieces of raw HTML, in order: tags, comments, text, and what is none of these.
///
/// Every byte belongs to one piece. Tags are those of CommonMark 0.31, section 6.6; a `<` that begins
/// nothing is text.
package struct RawHTML: Sequence, IteratorProtocol {
  /// A piece and its place.
  package struct Token: Hashable, Sendable {
    /// What it is.
    package let kind: Kind
    /// Its bytes in the literal.
    package let range: Range<Int>
  }

  /// What a piece is.
  package enum Kind: Hashable, Sendable {
    case tag(Tag)
    case comment
    case text
    /// A declaration, a processing instruction, a CDATA section, or a comment without an end.
    case other
  }

  /// An opening or closing tag.
  package struct Tag: Hashable, Sendable {
    /// The element's name in lower case.
    package let name: String
    /// Whether it begins with `</`.
    package let isClosing: Bool
    /// Whether it ends with `/>`.
    package let isSelfClosing: Bool
    /// The attributes, in order.
    package let attributes: [Attribute]
  }

  /// An attribute of a tag.
  package struct Attribute: Hashable, Sendable {
    /// Its name in lower case.
    package let name: String
    /// Its value as it is written, without quotes and with character references; nil where it has none.
    package let value: String?
    /// Its bytes in the literal.
    package let range: Range<Int>
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  /// - Parameter bytes: the literal of a raw HTML node; it must outlive the tokenizer.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// All pieces of a literal.
  package static func tokens(of literal: String) -> [Token] {
    var literal = literal
    return literal.withUTF8 { Array(RawHTML($0)) }
  }

  package mutating func next() -> Token? {
    guard index < bytes.count else { return nil }
    let start = index
    if let kind = markup() { return Token(kind: kind, range: start..<index) }
    index += 1
    while index < bytes.count {
      let end = index
      if bytes[end] == UInt8(ascii: "<"), begins(at: end) { break }
      index = end + 1
    }
    return Token(kind: .text, range: start..<index)
  }

  // MARK: Markup

  /// Whether markup begins at a `<`.
  private func begins(at start: Int) -> Bool {
    var copy = self
    copy.index = start
    return copy.markup() != nil
  }

  /// Reads the markup at the cursor, if there is any.
  private mutating func markup() -> Kind? {
    guard byte(0) == UInt8(ascii: "<") else { return nil }
    switch byte(1) {
    case UInt8(ascii: "!"):
      if byte(2) == UInt8(ascii: "-"), byte(3) == UInt8(ascii: "-") { return comment() }
      skip(past: byte(2) == UInt8(ascii: "[") ? "]]>" : ">", from: 2)
      return .other
    case UInt8(ascii: "?"):
      skip(past: "?>", from: 2)
      return .other
    case UInt8(ascii: "/"): return byte(2).isASCIILetter ? tag(isClosing: true) : nil
    default: return byte(1).isASCIILetter ? tag(isClosing: false) : nil
    }
  }

  private mutating func comment() -> Kind {
    // `<!-->` and `<!--->` are whole comments.
    if byte(4) == UInt8(ascii: ">") || (byte(4) == UInt8(ascii: "-") && byte(5) == UInt8(ascii: ">")) {
      index += byte(4) == UInt8(ascii: ">") ? 5 : 6
      return .comment
    }
    return skip(past: "-->", from: 4) ? .comment : .other
  }

  private mutating func tag(isClosing: Bool) -> Kind? {
    var cursor = index + (isClosing ? 2 : 1)
    let name = lowercased(take(&cursor) { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") })
    var attributes: [Attribute] = []
    while true {
      let end = cursor
      _ = take(&cursor) { $0.isHTMLSpace }
      let isSelfClosing = !isClosing && at(cursor) == UInt8(ascii: "/")
      if isSelfClosing { cursor += 1 }
      if at(cursor) == UInt8(ascii: ">") {
        index = cursor + 1
        return .tag(
          Tag(name: name, isClosing: isClosing, isSelfClosing: isSelfClosing, attributes: attributes))
      }
      guard !isSelfClosing, cursor > end, let attribute = attribute(&cursor) else { return nil }
      attributes.append(attribute)
    }
  }

  private func attribute(_ cursor: inout Int) -> Attribute? {
    let start = cursor
    let name = take(&cursor) { $0.isAttributeNameByte }
    guard !name.isEmpty else { return nil }
    var next = cursor
    _ = take(&next) { $0.isHTMLSpace }
    guard at(next) == UInt8(ascii: "=") else {
      return Attribute(name: lowercased(name), value: nil, range: start..<cursor)
    }
    next += 1
    _ = take(&next) { $0.isHTMLSpace }
    let quote = at(next)
    let value: Range<Int>
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      next += 1
      value = take(&next) { $0 != quote }
      guard next < bytes.count else { return nil }
      next += 1
    } else {
      value = take(&next) { $0.isUnquotedValueByte }
      guard !value.isEmpty else { return nil }
    }
    cursor = next
    return Attribute(
      name: lowercased(name), value: String(decoding: bytes[value], as: UTF8.self), range: start..<cursor)
  }

  // MARK: Bytes

  /// The byte some bytes after the cursor; 0 behind the end.
  private func byte(_ offset: Int) -> UInt8 { at(index + offset) }

  private func at(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }

  private func take(_ cursor: inout Int, while condition: (UInt8) -> Bool) -> Range<Int> {
    let start = cursor
    while cursor < bytes.count, condition(bytes[cursor]) { cursor += 1 }
    return start..<cursor
  }

  private func lowercased(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self).lowercased()
  }

  /// Moves the cursor behind the next place where `end` stands, or to the end.
  ///
  /// - Returns: whether there was one.
  @discardableResult private mutating func skip(past end: StaticString, from offset: Int) -> Bool {
    let length = end.utf8CodeUnitCount
    var place = index + offset
    while place + length <= bytes.count {
      if end.withUTF8Buffer({ $0.elementsEqual(bytes[place..<(place + length)]) }) {
        index = place + length
        return true
      }
      place += 1
    }
    index = bytes.count
    return false
  }
}

extension UInt8 {
  fileprivate var isHTMLSpace: Bool {
    isMarkdownSpace || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r")
  }

  fileprivate var isAttributeNameByte: Bool {
    isASCIILetter || isASCIIDigit || self == UInt8(ascii: "_") || self == UInt8(ascii: ":")
      || self == UInt8(ascii: ".") || self == UInt8(ascii: "-")
  }

  fileprivate var isUnquotedValueByte: Bool {
    switch self {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "`"):
      false
    default: !isHTMLSpace
    }
  }
}
