import FoundationEssentials

extension Manifest {
  /// The manifest as JSON, one file or page a line, so that two of them can be compared by eye.
  ///
  /// `JSONEncoder` would take 90 ms for the manifest of 1,000 lessons, a sixth of their build.
  package var bytes: [UInt8] {
    // More than most files take: growing would hold the text twice, and room that is not used costs nothing.
    var json = JSONText(capacity: 160 * files.count + 1024 * pages.count)
    json.raw("{\"version\":\(version),\n\"files\":[")
    for (index, file) in files.enumerated() {
      json.raw(index == 0 ? "\n{\"path\":" : ",\n{\"path\":")
      json.string(file.path)
      json.raw(",\"size\":\(file.size),\"hash\":")
      json.string(file.hash)
      json.raw("}")
    }
    json.raw("],\n\"pages\":[")
    for (index, page) in pages.enumerated() {
      json.raw(index == 0 ? "\n{\"path\":" : ",\n{\"path\":")
      json.string(page.path)
      json.raw(",\"anchors\":")
      json.strings(page.anchors)
      json.raw(",\"objectives\":")
      json.strings(page.objectives)
      json.raw(",\"questions\":[")
      for (index, question) in page.questions.enumerated() {
        json.raw(index == 0 ? "{\"id\":" : ",{\"id\":")
        json.string(question.id)
        json.raw(",\"version\":")
        json.string(question.version)
        if let key = question.key {
          json.raw(",\"key\":")
          json.string(key)
        }
        json.raw("}")
      }
      json.raw("]}")
    }
    json.raw("]")
    for (index, redirect) in redirects.enumerated() {
      json.raw(index == 0 ? ",\n\"redirects\":[\n{\"from\":" : ",\n{\"from\":")
      json.string(redirect.from)
      json.raw(",\"to\":")
      json.string(redirect.to)
      json.raw("}")
    }
    json.raw(redirects.isEmpty ? "}\n" : "]}\n")
    return json.bytes
  }
}

extension Manifest {
  /// What the file says; keys that this Waymark does not know are passed over.
  ///
  /// - Throws: what keeps the file from being read.
  static func contents(of bytes: [UInt8]) throws -> Manifest {
    let contents = try JSONDecoder().decode(Contents.self, from: Data(bytes))
    // The order is not taken on trust: lookups and comparisons depend on it.
    return Manifest(
      files: contents.files, pages: contents.pages, redirects: contents.redirects ?? [],
      version: contents.version)
  }

  /// The form of a file, whatever else it says; nil where it does not tell.
  static func version(in bytes: [UInt8]) -> Int? {
    try? JSONDecoder().decode(Head.self, from: Data(bytes)).version
  }

  private struct Head: Decodable {
    let version: Int
  }

  private struct Contents: Decodable {
    let version: Int
    let files: [File]
    let pages: [Page]
    let redirects: [Redirect]?
  }
}

/// A growing JSON text (RFC 8259).
private struct JSONText {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  mutating func raw(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  mutating func strings(_ texts: [String]) {
    raw("[")
    for (index, text) in texts.enumerated() {
      if index > 0 { raw(",") }
      string(text)
    }
    raw("]")
  }

  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { text in
      if text.contains(where: Self.isSpecial) { text.forEach { escaped($0) } } else { bytes += text }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case 0..<0x20:
      raw("\\u00")
      if byte < 0x10 { raw("0") }
      raw(String(byte, radix: 16))
    default:
      bytes.append(byte)
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }
}
