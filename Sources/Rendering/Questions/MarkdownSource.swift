import Courses
import Diagnostics
import Markdown

/// Takes the Markdown of nodes out of the file that they were read from.
struct MarkdownSource {
  let document: Document

  /// The text of an inline container, or a block's first paragraph, as one line.
  func line(of node: Node) -> String {
    let range = document.spanOfText(of: node).range
    guard node.firstChild != nil else { return "" }
    return document.source.text(in: range).split(whereSeparator: \.isNewline).map { trimmed($0) }
      .joined(separator: " ")
  }

  /// A list item with its blocks.
  ///
  /// - Parameters:
  ///   - marker: the list marker, with a space after it.
  ///   - blocks: what the item holds.
  ///   - replacements: nodes with what is to stand in their place.
  func item(_ marker: String, _ blocks: [Node], replacing replacements: [(node: Node, text: String)] = [])
    -> String
  {
    // A check box is part of the item's text, and what follows it is not indented by it.
    lazy var indent = String(
      repeating: " ", count: marker.utf8.count - (marker.hasSuffix("[ ] ") ? 4 : 0))
    var text = marker
    for (index, block) in blocks.enumerated() {
      if index > 0 { text += "\n" + indent }
      for (index, line) in lines(of: block, replacing: replacements).enumerated() {
        if index > 0 { text += "\n" + indent }
        text += line
      }
      text += "\n"
    }
    return blocks.isEmpty ? text + "\n" : text
  }

  /// The lines of a block without its indent, as they are the same block elsewhere.
  private func lines(of block: Node, replacing replacements: [(node: Node, text: String)]) -> [String] {
    let lines = writtenLines(of: block, replacing: replacements)
    if block.kind == .tableCell { return lines.map(\.beginningParagraph) }
    guard lines.count > 1, block.isParagraph else { return lines }
    return lines.prefix(1) + lines.dropFirst().map(\.continuingParagraph)
  }

  /// The lines of a block without its indent.
  private func writtenLines(of block: Node, replacing replacements: [(node: Node, text: String)]) -> [String]
  {
    if replacements.isEmpty, !document.holdsRawHTML, let lines = block.paragraphLines { return lines }
    let source = document.source
    let range =
      block.kind == .tableCell ? document.spanOfText(of: block).range : document.span(of: block).range
    let column = range.lowerBound - source.range(ofLine: source.line(at: range.lowerBound)).lowerBound
    var edits = MarkdownEdits(source)
    for (node, text) in replacements { edits.replace(document.span(of: node).range, with: text) }
    edits.removeComments(of: block, in: document)
    let text = edits.text(in: range)
    // Most blocks are one line, and bytes tell it sooner than characters.
    if text.utf8.allSatisfy({ $0 < 0x80 && !(0x0A...0x0D).contains($0) }) { return [text] }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().map {
      index, line in
      guard index > 0 else { return String(line) }
      let spaces = line.prefix(column).prefix { $0 == " " }.count
      return String(line.dropFirst(spaces))
    }
  }

  private func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0 == " " || $0 == "\t" }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }
}

/// Parts of a file with other text in their place.
struct MarkdownEdits {
  private let source: SourceFile
  private var edits: [(range: Range<Int>, text: String)] = []

  init(_ source: SourceFile) {
    self.source = source
  }

  /// Puts a text in the place of some bytes. Of two edits that overlap the larger holds.
  mutating func replace(_ range: Range<Int>, with text: String) {
    edits.append((range, text))
  }

  /// Leaves out the comments in a block and all that it holds.
  mutating func removeComments(of block: Node, in document: Document) {
    guard document.holdsRawHTML else { return }
    var walk = Walk(block)
    while let event = walk.next() {
      guard case .enter(let node) = event, node.kind == .htmlBlock || node.kind == .htmlInline else {
        continue
      }
      for token in node.withLiteral({ Array(RawHTML($0)) }) where token.kind == .comment {
        replace(document.span(of: token.range, inLiteralOf: node).range, with: "")
      }
    }
  }

  /// A part of the file as it is now.
  func text(in range: Range<Int>) -> String {
    String(decoding: bytes(in: range), as: UTF8.self)
  }

  /// The bytes of a part of the file as it is now.
  func bytes(in range: Range<Int>) -> [UInt8] {
    guard !edits.isEmpty else { return Array(source.bytes[range]) }
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var position = range.lowerBound
    let sorted = edits.filter { $0.range.overlaps(range) }.sorted { left, right in
      (left.range.lowerBound, -left.range.upperBound) < (right.range.lowerBound, -right.range.upperBound)
    }
    for edit in sorted where edit.range.lowerBound >= position {
      result += source.bytes[position..<edit.range.lowerBound]
      result += edit.text.utf8
      position = max(position, edit.range.upperBound)
    }
    if position < range.upperBound { result += source.bytes[position..<range.upperBound] }
    return result
  }
}
