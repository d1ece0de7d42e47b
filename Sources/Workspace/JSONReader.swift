/// Reads a JSON text (RFC 8259) from front to back.
///
/// `JSONDecoder` would take 90 ms for the manifest of 1,000 lessons, a sixth of their build.
struct JSONReader {
  /// The text is not JSON, or not of the form that was asked for.
  struct Malformed: Error {}

  private let bytes: [UInt8]
  private var index = 0

  /// - Parameter bytes: the text in UTF-8.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads an object.
  ///
  /// - Parameter value: reads the value of a key.
  mutating func object(
    _ value: (_ key: String, inout JSONReader) throws(Malformed) -> Void
  ) throws(Malformed) {
    try elements(from: "{", to: "}") { (reader) throws(Malformed) in
      let key = try reader.string()
      try reader.expect(":")
      try value(key, &reader)
    }
  }

  /// Reads an array of values of one form.
  ///
  /// - Parameter element: reads an element.
  mutating func array<Element>(
    of element: (inout JSONReader) throws(Malformed) -> Element
  ) throws(Malformed) -> [Element] {
    var array: [Element] = []
    try elements(from: "[", to: "]") { (reader) throws(Malformed) in array.append(try element(&reader)) }
    return array
  }

  /// Reads a whole number, 0 or more.
  mutating func integer() throws(Malformed) -> Int {
    skipSpace()
    let start = index
    while (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { index += 1 }
    guard let number = Int(String(decoding: bytes[start..<index], as: UTF8.self)) else { throw Malformed() }
    return number
  }

  /// Reads a string.
  mutating func string() throws(Malformed) -> String {
    try expect("\"")
    let start = index
    while byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { index += 1 }
    guard byte == UInt8(ascii: "\"") else { return try stringWithEscapes(from: start) }
    index += 1
    return try text(bytes[start..<(index - 1)])
  }

  /// Passes over a value of any form.
  mutating func skip() throws(Malformed) {
    // Without recursion: how deep the value nests is not ours.
    var closing: [UInt8] = []
    repeat {
      skipSpace()
      switch byte {
      case UInt8(ascii: "{"): closing.append(UInt8(ascii: "}"))
      case UInt8(ascii: "["): closing.append(UInt8(ascii: "]"))
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard closing.popLast() == byte else { throw Malformed() }
      case UInt8(ascii: "\""):
        _ = try string()
        continue
      case UInt8(ascii: ","), UInt8(ascii: ":"): guard !closing.isEmpty else { throw Malformed() }
      default:
        try skipNumberOrWord()
        continue
      }
      index += 1
    } while !closing.isEmpty
  }

  /// Makes sure that nothing follows.
  mutating func end() throws(Malformed) {
    skipSpace()
    guard index == bytes.count else { throw Malformed() }
  }

  // MARK: Parts

  private mutating func elements(
    from opening: Unicode.Scalar, to closing: Unicode.Scalar,
    _ element: (inout JSONReader) throws(Malformed) -> Void
  ) throws(Malformed) {
    try expect(opening)
    skipSpace()
    if byte == UInt8(ascii: closing) {
      index += 1
      return
    }
    while true {
      try element(&self)
      skipSpace()
      guard byte == UInt8(ascii: ",") else { return try expect(closing) }
      index += 1
    }
  }

  private mutating func stringWithEscapes(from start: Int) throws(Malformed) -> String {
    var result = Array(bytes[start..<index])
    while byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw Malformed() }
      if byte == UInt8(ascii: "\\") {
        index += 1
        result += String(try escapedScalar()).utf8
      } else {
        result.append(byte)
        index += 1
      }
    }
    index += 1
    return try text(result[...])
  }

  /// Reads what follows a backslash.
  private mutating func escapedScalar() throws(Malformed) -> Unicode.Scalar {
    defer { index += 1 }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      // Waymark escapes control characters only; the halves of a surrogate pair are not put together.
      guard index + 4 < bytes.count,
        let value = UInt32(String(decoding: bytes[(index + 1)...(index + 4)], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(value)
      else { throw Malformed() }
      index += 4
      return scalar
    default: throw Malformed()
    }
  }

  private func text(_ bytes: ArraySlice<UInt8>) throws(Malformed) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Malformed() }
    return text
  }

  private mutating func skipNumberOrWord() throws(Malformed) {
    let start = index
    while true {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "E"),
        UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        index += 1
      default:
        guard index > start else { throw Malformed() }
        return
      }
    }
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(Malformed) {
    skipSpace()
    guard byte == UInt8(ascii: character) else { throw Malformed() }
    index += 1
  }

  private mutating func skipSpace() {
    while byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte) { index += 1 }
  }

  /// The next byte; 0, which no JSON holds, at the end.
  private var byte: UInt8 { index < bytes.count ? bytes[index] : 0 }
}
