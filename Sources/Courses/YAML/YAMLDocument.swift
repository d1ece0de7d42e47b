import Diagnostics
import Yams

/// The YAML of a file, parsed by Yams, with the places of its nodes.
///
/// Yams follows an alias each time that it meets it and hashes keys whole, so a small file with both
/// can keep it busy for ever. Before parsing, the indicators of aliases (`*`) and of keys that are
/// collections (`?`) are therefore replaced by two characters for private use, which no file may hold;
/// in text they are put back, and where one stood for an alias the place shows it.
struct YAMLDocument {
  /// The file that holds it.
  let source: SourceFile
  /// The root node; nil where there is none or it could not be read.
  let root: Yams.Node?

  private let base: Int
  private let lines: SourceFile

  /// How many bytes are read: a track of 10,000 lessons takes half of them.
  private static let sizeLimit = 1_000_000

  /// What Yams calls a key that is no scalar.
  private static let nameOfCollections = "<uncovertable>"

  private static let asteriskStandIn: Unicode.Scalar = "\u{10FFFC}"
  private static let questionMarkStandIn: Unicode.Scalar = "\u{10FFFD}"

  /// - Parameters:
  ///   - source: the file.
  ///   - range: the bytes of the YAML in it; a byte order mark is passed over.
  ///   - diagnostics: takes what is wrong with its syntax. Yams stops at the first mistake.
  init(parsing source: SourceFile, range: Range<Int>, diagnostics: inout [Diagnostic]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let base = range.lowerBound + (source.bytes[range].starts(with: mark) ? mark.count : 0)
    let bytes = Array(source.bytes[base..<range.upperBound])
    self.source = source
    self.base = base
    self.lines = SourceFile(path: source.path, bytes: bytes)

    if bytes.count > Self.sizeLimit {
      diagnostics.append(
        .yamlSyntax(
          at: source.span(base..<base), "these settings take more than \(Self.sizeLimit) bytes",
          help: "keep to the settings that a course has"))
      root = nil
      return
    }
    if let mistake = Self.unreadableCharacter(in: bytes, base: base, source: source) {
      diagnostics.append(mistake)
      root = nil
      return
    }
    do {
      let parser = try Parser(yaml: Self.withStandIns(bytes), resolver: .basic, encoding: .utf8)
      root = try parser.singleRoot()
    } catch let error as YamlError {
      root = nil
      diagnostics.append(diagnostic(for: error))
    } catch {
      preconditionFailure("Yams throws YamlError only: \(error)")
    }
  }

  // MARK: Text

  /// The text of a scalar as the author wrote it, whatever YAML would take it for.
  func text(of scalar: Yams.Node.Scalar) -> String {
    // Both stand-ins begin with this byte, which hardly any text has.
    guard scalar.string.utf8.contains(0xF4) else { return scalar.string }
    var text = ""
    for character in scalar.string.unicodeScalars {
      switch character {
      case Self.asteriskStandIn: text.unicodeScalars.append("*")
      case Self.questionMarkStandIn: text.unicodeScalars.append("?")
      default: text.unicodeScalars.append(character)
      }
    }
    return text
  }

  private static func withStandIns(_ bytes: [UInt8]) -> String {
    let original = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }) else {
      return original
    }
    var text = ""
    for scalar in original.unicodeScalars {
      switch scalar {
      case "*": text.unicodeScalars.append(asteriskStandIn)
      case "?": text.unicodeScalars.append(questionMarkStandIn)
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// The first place that is no UTF-8, or a character that YAML 1.1 does not allow, that libYAML would
  /// take for a line's end where CommonMark does not, or that is a stand-in.
  private static func unreadableCharacter(
    in bytes: [UInt8], base: Int, source: SourceFile
  ) -> Diagnostic? {
    if bytes.allSatisfy({ (0x20...0x7E).contains($0) || $0 == UInt8(ascii: "\n") }) { return nil }
    var offset = 0
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .emptyInput: return nil
      case .error:
        return Diagnostic.yamlSyntax(
          at: source.span(base + offset..<base + offset + 1), "this is not UTF-8 text",
          help: "save the file with the encoding UTF-8")
      case .scalarValue(let scalar):
        let width = UTF8.width(scalar)
        if !isReadable(scalar) {
          return Diagnostic.yamlSyntax(
            at: source.span(base + offset..<base + offset + width),
            "the character U+\(hexadecimal(scalar)) cannot stand here", help: "remove the character")
        }
        offset += width
      }
    }
  }

  private static func isReadable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E: true
    case 0...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: false
    default: scalar != asteriskStandIn && scalar != questionMarkStandIn
    }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  // MARK: Places

  /// The offset in the file of a place that Yams reports.
  private func offset(of mark: Mark) -> Int {
    base + lines.offset(line: mark.line, scalarColumn: mark.column)
  }

  /// Where a node stands: a scalar from its quotation mark or its `>` or `|` to its end, the first character
  /// of a collection.
  func span(of node: Yams.Node) -> Span {
    guard let mark = node.mark else {
      preconditionFailure("Yams notes the place of every node that it parses")
    }
    let start = offset(of: mark)
    guard case .scalar(let scalar) = node else { return source.span(start..<min(start + 1, end)) }
    let text = Array(text(of: scalar).utf8)
    let rest = source.bytes[start..<end]
    if scalar.style == .plain, rest.starts(with: text) { return source.span(start..<start + text.count) }
    switch rest.first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return source.span(start..<endOfQuoted(from: start))
    case UInt8(ascii: ">"), UInt8(ascii: "|"):
      let header = source.range(ofLine: source.line(at: start)).upperBound
      return source.span(start..<(endOfLines(saying: text, from: header) ?? endOfLine(from: start)))
    default: return source.span(start..<(endOfLines(saying: text, from: start) ?? endOfLine(from: start)))
    }
  }

  private var end: Int { base + lines.bytes.count }

  /// The byte with which a node begins; nil at the end.
  func firstByte(of node: Yams.Node) -> UInt8? {
    let start = span(of: node).range.lowerBound
    return start < end ? source.bytes[start] : nil
  }

  /// The end of a scalar that begins with a quotation mark, with the closing one.
  private func endOfQuoted(from start: Int) -> Int {
    let quote = source.bytes[start]
    var offset = start + 1
    while offset < end {
      let byte = source.bytes[offset]
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        offset += 2
      } else if byte == quote {
        offset += 1
        let isEscaped = quote == UInt8(ascii: "'") && offset < end && source.bytes[offset] == quote
        if !isEscaped { return offset }
        offset += 1
      } else {
        offset += 1
      }
    }
    return end
  }

  /// The end of a text without quotes that takes several lines: YAML changes nothing but the white space in it.
  ///
  /// - Returns: nil where the text is blank, or the lines say something else.
  private func endOfLines(saying text: [UInt8], from start: Int) -> Int? {
    let isSpace = { (byte: UInt8) in [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
    var offset = start
    var last: Int?
    for byte in text where !isSpace(byte) {
      while offset < end, isSpace(source.bytes[offset]) { offset += 1 }
      guard offset < end, source.bytes[offset] == byte else { return nil }
      offset += 1
      last = offset
    }
    return last
  }

  /// The end of the text in a line, without white space and comment.
  private func endOfLine(from start: Int) -> Int {
    var offset = start
    var lastOfText = start
    while offset < end {
      let byte = source.bytes[offset]
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      let isSpace = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
      if byte == UInt8(ascii: "#"), offset > start, offset > lastOfText { break }
      offset += 1
      if !isSpace { lastOfText = offset }
    }
    return lastOfText
  }

  // MARK: Mistakes

  private func diagnostic(for error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let offset = offset(of: mark)
      let quotes = source.quotingSetting(around: offset, from: base)
      if quotes == nil,
        ["mapping values are not allowed in this context", "could not find expected ':'"].contains(problem),
        let glued = source.gluedColon(
          opening: context.map { self.offset(of: $0.mark) }, above: offset, from: base)
      {
        return .gluedColon(at: glued)
      }
      return .yamlSyntax(
        problem: problem, context: context?.text, at: place(of: mark),
        opening: context.map { place(of: $0.mark) }, quoting: quotes)
    case .duplicatedKeysInMapping(let keys, let context):
      // Of several keys that differ in their tags only, or are collections, Yams places any.
      guard keys.count > 1, Set(keys).count < keys.count || keys.contains(Self.nameOfCollections) else {
        return duplicateKey(keys.first ?? "", first: offset(of: context.mark))
      }
      let name = keys.filter { $0 != Self.nameOfCollections }.min() ?? ""
      return duplicateKey(name, first: firstKey(endingIn: name))
    case .no, .memory, .reader, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      preconditionFailure("The text was checked before it was parsed, and nothing is written: \(error)")
    }
  }

  /// The character at a place; the last one of the text where the place is its end.
  private func place(of mark: Mark) -> Span {
    let start = offset(of: mark)
    var line = source.line(at: start)
    var range = source.range(ofLine: line)
    while start >= end, range.isEmpty, line > 1, source.range(ofLine: line - 1).lowerBound >= base {
      line -= 1
      range = source.range(ofLine: line)
    }
    if start < range.upperBound {
      var next = start + 1
      while next < range.upperBound, source.bytes[next] & 0xC0 == 0x80 { next += 1 }
      return source.span(start..<next)
    }
    return source.span(range.upperBound..<range.upperBound)
  }

  /// Yams tells where the first of two equal keys stands. The second is in the next line at the same
  /// indent that begins with the same key; in a flow mapping it stays unknown.
  private func duplicateKey(_ name: String, first: Int) -> Diagnostic {
    let firstLine = source.line(at: first)
    let column = first - source.range(ofLine: firstLine).lowerBound
    for line in (firstLine + 1)..<(source.lineCount + 1) {
      let range = source.range(ofLine: line)
      guard range.lowerBound < end else { break }
      let text = source.bytes[range]
      let start = text.firstIndex { $0 != UInt8(ascii: " ") } ?? range.upperBound
      let isBlank = start == range.upperBound || text[start] == UInt8(ascii: "#")
      if !isBlank, start - range.lowerBound < column { break }
      if start - range.lowerBound == column, let key = key(at: start, in: range), self.name(of: key) == name {
        return .duplicateKey(name, at: key, first: self.key(at: first, in: source.range(ofLine: firstLine)))
      }
    }
    let span = key(at: first, in: source.range(ofLine: firstLine)) ?? source.span(first..<first)
    let isNamed = !name.isEmpty && name != Self.nameOfCollections
    return .duplicateKey(isNamed ? name : source.text(in: span.range), at: span, first: nil)
  }

  /// Where the first line with a key begins that ends in a name, after its tag.
  private func firstKey(endingIn name: String) -> Int {
    for line in source.line(at: base)...source.lineCount {
      let range = source.range(ofLine: line)
      guard range.lowerBound < end else { break }
      let start = source.bytes[range].firstIndex { $0 != UInt8(ascii: " ") } ?? range.upperBound
      if let key = key(at: start, in: range), source.text(in: key.range).hasSuffix(name) { return start }
    }
    return base
  }

  /// The text before the next colon of a line, quotes included; nil where there is no colon.
  private func key(at start: Int, in line: Range<Int>) -> Span? {
    guard start < line.upperBound,
      let colon = source.bytes[start..<line.upperBound].firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    let text = source.bytes[start..<colon]
    let spaces = text.reversed().prefix { $0 == UInt8(ascii: " ") }.count
    return source.span(start..<colon - spaces)
  }

  /// What a key says without its quotes.
  private func name(of key: Span) -> String {
    let text = source.text(in: key.range)
    guard let quote = text.first, quote == "\"" || quote == "'", text.last == quote, text.count > 1 else {
      return text
    }
    return String(text.dropFirst().dropLast())
  }
}
