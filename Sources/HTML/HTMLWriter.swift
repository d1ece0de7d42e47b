/// A growing buffer of HTML in UTF-8 that knows markup from text.
///
/// Markup is written from string literals of this program, text and attribute values are escaped
/// here, and nowhere else. What the buffer holds is therefore well-formed as long as the calls
/// open and close elements in pairs.
package struct HTMLWriter: Sendable {
  /// What was written so far.
  package private(set) var utf8: [UInt8] = []

  /// - Parameter capacity: how many bytes to make room for at first.
  package init(capacity: Int = 0) {
    utf8.reserveCapacity(capacity)
  }

  /// - Parameter template: what a theme's template holds between its names, as it stands.
  package init(template: String) {
    utf8 = Array(template.utf8)
  }

  /// What was written so far, as a string.
  package var string: String { String(decoding: utf8, as: UTF8.self) }

  /// How many bytes were written so far.
  package var count: Int { utf8.count }

  /// Whether nothing was written yet.
  package var isEmpty: Bool { utf8.isEmpty }

  /// Writes markup as it stands.
  ///
  /// - Parameter markup: a literal of this program; input cannot reach this parameter.
  package mutating func markup(_ markup: StaticString) {
    markup.withUTF8Buffer { utf8.append(contentsOf: $0) }
  }

  /// Writes HTML that another writer has made.
  package mutating func append(_ other: HTMLWriter) {
    utf8.append(contentsOf: other.utf8)
  }

  /// Writes a part of the HTML that another writer has made.
  ///
  /// - Parameters:
  ///   - other: the other writer.
  ///   - range: which of its bytes.
  package mutating func append(_ other: HTMLWriter, _ range: Range<Int>) {
    utf8.append(contentsOf: other.utf8[range])
  }

  /// Writes text, with `&`, `<`, `>` and `"` escaped, so that it may stand between tags and
  /// between double quotes.
  package mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { self.text($0) }
  }

  /// Writes text so that it may also stand between single quotes, where a theme's template puts it there.
  package mutating func textInAnyQuotes(_ text: String) {
    guard text.utf8.contains(UInt8(ascii: "'")) else { return self.text(text) }
    var isFirst = true
    for part in text.utf8.split(separator: UInt8(ascii: "'"), omittingEmptySubsequences: false) {
      if !isFirst { markup("&#39;") }
      isFirst = false
      self.text(String(Substring(part)))
    }
  }

  /// Writes text given as UTF-8; the same as for a string.
  package mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while let special = Self.firstSpecial(in: text, from: start) {
      append(text, start..<special)
      escape(text[special])
      start = special + 1
    }
    append(text, start..<text.count)
  }

  /// Writes text in which character references such as `&eacute;` stand already: they are kept, all else
  /// is escaped.
  package mutating func textWithReferences(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while let special = Self.firstSpecial(in: text, from: start) {
      append(text, start..<special)
      start = special + 1
      if let end = Self.endOfReference(in: text, from: special) {
        append(text, special..<end)
        start = end
      } else {
        escape(text[special])
      }
    }
    append(text, start..<text.count)
  }

  /// Writes text with character references in it; the same as for UTF-8.
  package mutating func textWithReferences(_ text: String) {
    var text = text
    text.withUTF8 { textWithReferences($0) }
  }

  /// Writes a decimal number.
  package mutating func number(_ number: Int) {
    if 0..<10 ~= number {
      utf8.append(UInt8(ascii: "0") + UInt8(number))
    } else {
      utf8.append(contentsOf: String(number).utf8)
    }
  }

  /// Writes an attribute with a space before it: ` name="value"`, the value escaped.
  package mutating func attribute(_ name: StaticString, _ value: String) {
    openAttribute(name)
    text(value)
    closeAttribute()
  }

  /// Writes an attribute that holds a number.
  package mutating func attribute(_ name: StaticString, _ value: Int) {
    openAttribute(name)
    number(value)
    closeAttribute()
  }

  /// Writes an attribute that holds a URL: percent-encoded where a URL must be, then escaped.
  package mutating func attribute(_ name: StaticString, url: String) {
    openAttribute(name)
    self.url(url)
    closeAttribute()
  }

  /// Writes an attribute that holds the URL of a place on the page itself: `#` and the element's id.
  package mutating func attribute(_ name: StaticString, fragment id: String) {
    openAttribute(name)
    utf8.append(UInt8(ascii: "#"))
    url(id)
    closeAttribute()
  }

  /// Writes a URL as cmark writes it into `href`: what is neither safe nor reserved in a URL
  /// becomes `%XX`, `&` and `'` become character references (houdini_href_e.c).
  package mutating func url(_ url: String) {
    var url = url
    url.withUTF8 { self.url($0) }
  }

  /// Writes a URL given as UTF-8; the same as for a string.
  package mutating func url(_ url: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for (index, byte) in url.enumerated() where !Self.isURLByte(byte) {
      append(url, start..<index)
      start = index + 1
      switch byte {
      case UInt8(ascii: "&"): markup("&amp;")
      case UInt8(ascii: "'"): markup("&#x27;")
      default:
        utf8.append(UInt8(ascii: "%"))
        utf8.append(Self.hexadecimalDigit(byte >> 4))
        utf8.append(Self.hexadecimalDigit(byte & 0xF))
      }
    }
    append(url, start..<url.count)
  }

  /// Begins a line unless one has just begun, as cmark's HTML renderer does.
  package mutating func lineStart() {
    if let last = utf8.last, last != UInt8(ascii: "\n") { utf8.append(UInt8(ascii: "\n")) }
  }

  /// Makes room for some bytes more, at least doubling what there is when it has to grow.
  mutating func reserve(_ count: Int) {
    guard utf8.capacity - utf8.count < count else { return }
    utf8.reserveCapacity(max(utf8.count + count, utf8.capacity * 2))
  }

  /// Writes bytes that are no HTML, such as those of JSON, as they stand.
  mutating func bytes(_ bytes: some Collection<UInt8>) {
    utf8.append(contentsOf: bytes)
  }

  private mutating func openAttribute(_ name: StaticString) {
    utf8.append(UInt8(ascii: " "))
    markup(name)
    markup("=\"")
  }

  private mutating func closeAttribute() {
    utf8.append(UInt8(ascii: "\""))
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    utf8.append(contentsOf: UnsafeBufferPointer(rebasing: text[range]))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): markup("&amp;")
    case UInt8(ascii: "<"): markup("&lt;")
    case UInt8(ascii: ">"): markup("&gt;")
    default: markup("&quot;")
    }
  }

  /// The first byte that has to be escaped.
  private static func firstSpecial(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    let bytes = UnsafeRawBufferPointer(text)
    // Eight bytes at a time. `"` and `&` differ in one bit, `<` and `>` in another.
    while index + 8 <= text.count {
      let block = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let quoteOrAmpersand = (block & ~0x0404_0404_0404_0404) ^ 0x2222_2222_2222_2222
      let angleBracket = (block | 0x0202_0202_0202_0202) ^ 0x3E3E_3E3E_3E3E_3E3E
      if Self.hasZeroByte(quoteOrAmpersand) || Self.hasZeroByte(angleBracket) { break }
      index += 8
    }
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): return index
      default: index += 1
      }
    }
    return nil
  }

  static func hasZeroByte(_ block: UInt64) -> Bool {
    (block &- 0x0101_0101_0101_0101) & ~block & 0x8080_8080_8080_8080 != 0
  }

  /// Where the character reference that begins at `start` ends, if one begins there: `&` and letters and
  /// digits, or `&#` and a number, up to `;` (HTML, section 13.1.4).
  private static func endOfReference(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard text[start] == UInt8(ascii: "&") else { return nil }
    var index = start + 1
    if index < text.count, text[index] == UInt8(ascii: "#") { index += 1 }
    let name = index
    while index < text.count, index - name < 32, isAlphanumeric(text[index]) { index += 1 }
    return index > name && index < text.count && text[index] == UInt8(ascii: ";") ? index + 1 : nil
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }

  private static func isURLByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "!"),
      UInt8(ascii: "*"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "%"),
      UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: ";"),
      UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "$"), UInt8(ascii: "~"):
      true
    default:
      false
    }
  }
}
