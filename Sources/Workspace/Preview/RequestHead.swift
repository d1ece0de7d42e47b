/// The head of an HTTP/1.1 request: its first line and its fields (RFC 9112, sections 2 to 5).
struct RequestHead: Hashable, Sendable {
  let method: String
  /// What is asked for, as it was sent.
  let target: String
  /// Whom the client means to talk to; nil only for HTTP/1.0.
  let host: String?
  /// Whether another request may follow on the connection.
  let keepsConnection: Bool
  /// Whether a body follows.
  let hasBody: Bool

  /// Why a request is not understood.
  enum Mistake: Error, Hashable {
    case malformed, tooLarge, unknownVersion
  }

  /// How many bytes a head may have.
  static let limit = 16 << 10

  /// Reads a head from what a client sent so far.
  ///
  /// - Parameter bytes: what was sent; the head is cut off.
  /// - Returns: nil while some of the head is missing.
  static func pop(from bytes: inout [UInt8]) throws(Mistake) -> RequestHead? {
    // Some clients end a body with a line too many (section 2.2).
    while bytes.starts(with: lineEnd) { bytes.removeFirst(lineEnd.count) }
    guard let end = end(in: bytes) else {
      if bytes.count >= limit { throw .tooLarge }
      return nil
    }
    guard end <= limit else { throw .tooLarge }
    let head = bytes[..<end]
    guard head.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x0D || $0 == 0x0A || $0 == 0x09 }) else {
      throw .malformed
    }
    let text = String(decoding: head, as: UTF8.self)
    bytes.removeFirst(end + 2 * lineEnd.count)
    return try RequestHead(text)
  }

  private static let lineEnd = Array("\r\n".utf8)

  /// Where the empty line after the fields begins.
  private static func end(in bytes: [UInt8]) -> Int? {
    let mark = lineEnd + lineEnd
    guard bytes.count >= mark.count else { return nil }
    return (0...bytes.count - mark.count).first { start in
      bytes[start] == mark[0] && bytes[start..<start + mark.count].elementsEqual(mark)
    }
  }

  private init(_ text: String) throws(Mistake) {
    // Swift takes the two bytes that end a line for one character.
    var lines = text.split(separator: "\r\n" as Character, omittingEmptySubsequences: false)[...]
    guard let first = lines.popFirst(), !text.unicodeScalars.contains("\n") || !Self.hasLoneEnd(text) else {
      throw .malformed
    }
    let parts = first.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, Self.isToken(parts[0]), !parts[1].isEmpty else { throw .malformed }
    guard ["HTTP/1.1", "HTTP/1.0"].contains(parts[2]) else { throw .unknownVersion }
    method = parts[0]
    target = parts[1]

    var fields: [String: String] = [:]
    for line in lines {
      guard let colon = line.firstIndex(of: ":"), Self.isToken(line[..<colon]) else { throw .malformed }
      let name = line[..<colon].lowercased()
      let value = line[line.index(after: colon)...].trimmed
      if fields[name] != nil, name == "host" || name == "content-length" { throw .malformed }
      fields[name] = fields[name].map { "\($0),\(value)" } ?? String(value)
    }
    host = fields["host"]
    guard host != nil || parts[2] == "HTTP/1.0" else { throw .malformed }
    let options = (fields["connection"] ?? "").lowercased().split(separator: ",").map(\.trimmed)
    keepsConnection = parts[2] == "HTTP/1.1" ? !options.contains("close") : options.contains("keep-alive")
    hasBody = fields["transfer-encoding"] != nil || (fields["content-length"] ?? "0") != "0"
  }

  /// Whether a line ends without both bytes.
  private static func hasLoneEnd(_ text: String) -> Bool {
    text.contains { $0 == "\n" || $0 == "\r" }
  }

  /// Whether a text is a name as RFC 9110, section 5.6.2, allows it.
  private static func isToken(_ text: some StringProtocol) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (0x21..<0x7F).contains(byte) && !"\"(),/:;<=>?@[\\]{}".utf8.contains(byte)
      }
  }
}

extension Substring {
  /// The text without spaces and tabs around it.
  fileprivate var trimmed: Substring {
    var text = self
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }
}
