import Diagnostics
import Markdown

/// The link reference definitions of a page, such as `[label]: address "title"`.
///
/// cmark keeps no nodes of them (CommonMark 0.31.2, section 4.7), so they are looked for where they can
/// stand: in lines that are in no other block than a paragraph. Those inside of lists and quotes go with
/// their block.
struct LinkDefinitions {
  /// A definition.
  struct Definition {
    /// Its label in the form in which labels are compared.
    let label: String
    /// The bytes of its lines.
    var range: Range<Int>
  }

  private(set) var definitions: [Definition] = []
  private let source: SourceFile

  /// - Parameters:
  ///   - root: the document node.
  ///   - document: what it was read from.
  init(of root: Node, in document: Document) {
    source = document.source
    guard Self.mayHoldLabel(source.bytes) else { return }
    var isCovered = [Bool](repeating: false, count: source.lineCount + 1)
    for block in root.children where block.kind != .paragraph {
      let range = document.span(of: block).range
      let last = max(range.upperBound - 1, range.lowerBound)
      for line in source.line(at: range.lowerBound)...source.line(at: last) { isCovered[line] = true }
    }
    // A definition cannot interrupt a paragraph.
    var canBegin = true
    for line in source.line(at: document.start)...source.lineCount {
      let text = source.text(in: source.range(ofLine: line))
      if isCovered[line] {
        canBegin = true
      } else if canBegin, let label = Self.label(of: text) {
        definitions.append(Definition(label: label, range: bytes(of: line)))
      } else if canBegin, let last = definitions.indices.last,
        definitions[last].range.upperBound == bytes(of: line).lowerBound, Self.isTitle(text)
      {
        definitions[last].range = definitions[last].range.lowerBound..<bytes(of: line).upperBound
      } else {
        canBegin = text.allSatisfy(\.isWhitespace)
      }
    }
  }

  /// The definitions that a text has no reference to.
  ///
  /// - Parameter text: a text without the definitions.
  func unused(in text: String) -> [Definition] {
    let text = Self.normalized(text)
    return definitions.filter { !text.contains("[\($0.label)]") }
  }

  /// The bytes of a line with its ending.
  private func bytes(of line: Int) -> Range<Int> {
    let next = line < source.lineCount ? source.range(ofLine: line + 1).lowerBound : source.bytes.count
    return source.range(ofLine: line).lowerBound..<next
  }

  /// Whether any bytes could be the end of a label, with the colon after it; most pages have none.
  private static func mayHoldLabel(_ bytes: [UInt8]) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { $0 == UInt8(ascii: "]") && $1 == UInt8(ascii: ":") }
  }

  /// The label that a line defines; nil for any other line.
  private static func label(of line: String) -> String? {
    let text = line.drop { $0 == " " }
    guard line.count - text.count < 4, text.first == "[", !text.hasPrefix("[^") else { return nil }
    var isEscaped = false
    for (index, character) in zip(text.indices, text).dropFirst() {
      if isEscaped {
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "[" {
        return nil
      } else if character == "]" {
        let label = normalized(text[text.index(after: text.startIndex)..<index])
        return text[index...].hasPrefix("]:") && !label.isEmpty ? label : nil
      }
    }
    return nil
  }

  /// Whether a line is the title, or the address, of a definition that began in the line before.
  private static func isTitle(_ line: String) -> Bool {
    let words = line.split(whereSeparator: \.isWhitespace)
    guard let first = words.first?.first, let last = words.last?.last else { return false }
    return words.count == 1 || "\"'(".contains(first) && "\"')".contains(last)
  }

  /// A text with its white space collapsed and its case folded, as labels are compared.
  private static func normalized(_ text: some StringProtocol) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
      .replacing("[ ", with: "[").replacing(" ]", with: "]")
  }
}
