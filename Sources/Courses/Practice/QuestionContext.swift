import Diagnostics
import Markdown

/// What the readers of a page's questions share: the file, its words, and the diagnostics so far.
struct QuestionContext {
  let document: Document
  let vocabulary: PracticeVocabulary
  private(set) var diagnostics: [Diagnostic] = []

  init(document: Document, vocabulary: PracticeVocabulary) {
    self.document = document
    self.vocabulary = vocabulary
  }

  var source: SourceFile { document.source }

  /// How many mistakes of a page are told: nobody reads more in one run.
  static let limit = 1000

  /// Takes note of a mistake.
  mutating func report(
    _ rule: Rule, at span: Span, _ message: String, help: String, notes: [Diagnostic.Note] = [],
    fixIt: FixIt? = nil
  ) {
    guard diagnostics.count < Self.limit else { return }
    // Where the file is as it should be, something else is in the way, such as a footnote between the lines.
    let changes = fixIt?.edits.contains { source.text(in: $0.range) != $0.replacement } ?? false
    diagnostics.append(
      Diagnostic(rule, at: span, message, help: help, notes: notes, fixIt: changes ? fixIt : nil))
  }

  // MARK: Places

  /// The bytes of a node.
  func span(of node: Node) -> Span { document.span(of: node) }

  /// The line on which a node begins, from 1.
  func line(of node: Node) -> Int { source.line(at: span(of: node).range.lowerBound) }

  /// The part of a node on its first line, for carets that should not run over a whole block.
  func firstLine(of node: Node) -> Span {
    let range = span(of: node).range
    return rest(ofLine: source.line(at: range.lowerBound), from: range.lowerBound)
  }

  /// What a line holds from an offset on, without white space at its end.
  func rest(ofLine line: Int, from start: Int) -> Span {
    var end = max(source.range(ofLine: line).upperBound, start)
    while end > start,
      source.bytes[end - 1] == UInt8(ascii: " ") || source.bytes[end - 1] == UInt8(ascii: "\t")
    {
      end -= 1
    }
    return source.span(start..<end)
  }

  /// A line's text without its ending.
  func text(ofLine line: Int) -> String { source.text(in: source.range(ofLine: line)) }

  /// How many columns something under a list item must be indented to belong to it, in words.
  func indent(under item: Node) -> String { spelledOut(indentWidth(under: item)) }

  /// How many columns something under a list item must be indented to belong to it.
  ///
  /// CommonMark 0.31, section 5.2: the width of the marker and of the spaces after it, where more
  /// than four spaces count as one. A tab reaches to the next column that four divides (section 2.2).
  func indentWidth(under item: Node) -> Int {
    let start = span(of: item).range.lowerBound
    let line = source.range(ofLine: source.line(at: start))
    let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    let space = source.bytes[start..<line.upperBound].drop { !isSpace($0) }.prefix(while: isSpace)
    let columns = { (end: Int) in
      source.bytes[line.lowerBound..<end].reduce(0) { $1 == UInt8(ascii: "\t") ? ($0 / 4 + 1) * 4 : $0 + 1 }
    }
    let (marker, text) = (columns(space.startIndex), columns(space.endIndex))
    return (1...4).contains(text - marker) ? text : marker + 1
  }

  private func spelledOut(_ count: Int) -> String {
    let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return "\(words.indices.contains(count) ? words[count] : String(count)) space\(count == 1 ? "" : "s")"
  }
}
