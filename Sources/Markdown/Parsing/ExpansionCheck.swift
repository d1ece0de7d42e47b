import Diagnostics

/// Bounds what the uses of link reference definitions copy of them: cmark copies destination and title
/// for each use, so that 140 KB can become a gigabyte.
///
/// The bound counts each `[label]` in the page's text as a use, and what may be a definition as one. It
/// compares labels without white space and without case, so that it takes more labels for equal than
/// cmark does, never fewer.
struct ExpansionCheck {
  private struct Definition {
    let range: Range<Int>
    let size: Int
  }

  /// The longest label that cmark looks up, in bytes (`MAX_LINK_LABEL_LENGTH`).
  private static let longestLabel = 1000

  private let bytes: UnsafeBufferPointer<UInt8>

  /// The definition that contributes most, where the bound is above the limit.
  ///
  /// - Parameters:
  ///   - root: the document node, its inlines not parsed yet.
  ///   - source: the file.
  ///   - start: where its Markdown begins.
  static func diagnostic(of root: Node, in source: SourceFile, from start: Int) -> Diagnostic? {
    source.bytes.withUnsafeBufferPointer { bytes in
      let check = ExpansionCheck(bytes: bytes)
      let definitions = check.definitions(in: source, from: start)
      let largest = definitions.values.map(\.size).max() ?? 0
      // A use takes three bytes at least.
      guard bytes.count / 3 * largest > Limits.expansion else { return nil }
      let uses = Self.uses(in: UnparsedBlocks(root))
      let costs = definitions.map { (definition: $1, uses: uses[$0, default: 0]) }
      guard costs.reduce(0, { $0 + $1.uses * $1.definition.size }) > Limits.expansion,
        let worst = costs.max(by: { left, right in
          (left.uses * left.definition.size, right.definition.range.lowerBound)
            < (right.uses * right.definition.size, left.definition.range.lowerBound)
        })
      else { return nil }
      return .expansion(
        uses: worst.uses, size: worst.definition.size, at: source.span(worst.definition.range))
    }
  }

  // MARK: Definitions

  /// The largest of what may be the definitions of each label.
  private func definitions(in source: SourceFile, from start: Int) -> [String: Definition] {
    var definitions: [String: Definition] = [:]
    let first = start == 0 ? source.byteOrderMarkSize : start
    for line in source.line(at: start)...source.lineCount {
      let range = source.range(ofLine: line)
      let lineStart = LineStart(of: bytes, in: max(range.lowerBound, first)..<range.upperBound)
      for start in [lineStart.footnoteStart, lineStart.textStart] {
        guard let start, let (label, definition) = definition(at: start, in: range) else { continue }
        if definition.size > definitions[label]?.size ?? 0 { definitions[label] = definition }
      }
    }
    return definitions
  }

  /// What may be a definition that begins at a place of a line, with the key of its label.
  private func definition(at start: Int, in line: Range<Int>) -> (label: String, Definition)? {
    guard start < line.upperBound, bytes[start] == UInt8(ascii: "["),
      let labelEnd = Self.labelEnd(in: bytes, from: start + 1), byte(labelEnd + 1) == UInt8(ascii: ":")
    else { return nil }
    let label = Self.key(of: UnsafeBufferPointer(rebasing: bytes[(start + 1)..<labelEnd]))
    let (size, end) = extent(after: labelEnd + 2)
    return (label, Definition(range: start..<min(end, line.upperBound), size: size))
  }

  /// The size of a definition's destination and title, and where they end, at the most.
  private func extent(after colon: Int) -> (size: Int, end: Int) {
    let start = skipSpaceAndMarkers(from: colon)
    var index = start
    if byte(index) == UInt8(ascii: "<") {
      while index < bytes.count, bytes[index] != UInt8(ascii: ">"), !Self.isLineEnd(bytes[index]) {
        index += 1
      }
    }
    while index < bytes.count, !bytes[index].isMarkdownSpace, !Self.isLineEnd(bytes[index]) { index += 1 }
    let destination = (size: index - start, end: index)
    let title = skipSpaceAndMarkers(from: index)
    guard let end = titleEnd(from: title) else { return destination }
    return (destination.size + end - title, end)
  }

  /// Where the title that begins at `start` ends, if one does.
  private func titleEnd(from start: Int) -> Int? {
    let closer: UInt8
    switch byte(start) {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): closer = bytes[start]
    case UInt8(ascii: "("): closer = UInt8(ascii: ")")
    default: return nil
    }
    var index = start + 1
    var isBlankSoFar = false
    while index < bytes.count, bytes[index] != closer {
      switch bytes[index] {
      case UInt8(ascii: "\n"):
        // No title goes on after an empty line.
        if isBlankSoFar { return nil }
        isBlankSoFar = true
      case UInt8(ascii: "("):
        if closer == UInt8(ascii: ")") { return nil }
        isBlankSoFar = false
      case UInt8(ascii: "\\"):
        isBlankSoFar = false
        index += 1
      case UInt8(ascii: ">"), UInt8(ascii: "\r"): break
      default: if !bytes[index].isMarkdownSpace { isBlankSoFar = false }
      }
      index += 1
    }
    return index < bytes.count ? index + 1 : nil
  }

  /// Skips white space, line endings, and the `>` of quotes that may stand between the parts.
  private func skipSpaceAndMarkers(from start: Int) -> Int {
    var index = start
    while index < bytes.count,
      bytes[index].isMarkdownSpace || Self.isLineEnd(bytes[index]) || bytes[index] == UInt8(ascii: ">")
    {
      index += 1
    }
    return index
  }

  private func byte(_ index: Int) -> UInt8 {
    index < bytes.count ? bytes[index] : 0
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  // MARK: Uses

  private static func uses(in blocks: UnparsedBlocks) -> [String: Int] {
    var uses: [String: Int] = [:]
    for (_, content) in blocks {
      for index in content.indices where content[index] == UInt8(ascii: "[") {
        guard let end = labelEnd(in: content, from: index + 1), end > index + 1 else { continue }
        uses[key(of: UnsafeBufferPointer(rebasing: content[(index + 1)..<end])), default: 0] += 1
      }
    }
    return uses
  }

  // MARK: Labels

  /// Where the label that begins at `start` ends: at the first bracket that is not escaped, if it closes.
  private static func labelEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    // A label of several lines may have markers of blocks in it that do not count.
    let last = min(bytes.count, start + 4 * longestLabel)
    while index < last {
      switch bytes[index] {
      case UInt8(ascii: "]"): return index
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "\\"): index += 2
      default: index += 1
      }
    }
    return nil
  }

  /// What all spellings of a label have in common.
  private static func key(of label: UnsafeBufferPointer<UInt8>) -> String {
    let bytes = label.filter { !$0.isMarkdownSpace && !isLineEnd($0) && $0 != UInt8(ascii: ">") }
    let text = String(decoding: bytes, as: UTF8.self)
    // Unicode's case folding, which cmark uses, has no counterpart in the standard library. To lower
    // and upper case and back takes all for equal that fold to the same.
    return text.utf8.allSatisfy { $0 < 0x80 }
      ? text.lowercased() : text.lowercased().uppercased().lowercased()
  }
}
