import Diagnostics
import Markdown

/// Edits that several readers of questions offer. Each is nil where the file does not spell out what the
/// edit is to change, as with escapes, or where the edit could change more than it should.
extension QuestionContext {
  /// Puts an empty line above a line.
  func emptyLine(above line: Int) -> FixIt {
    FixIt(
      "put an empty line above", in: source.path,
      [.insert(source.lineEnding, at: source.range(ofLine: line).lowerBound)])
  }

  /// Takes a line out with its ending.
  func removing(line: Int) -> FixIt {
    FixIt("remove this line", in: source.path, [.delete(source.wholeRange(ofLine: line))])
  }

  /// Moves the settings of a `quiz` block to the end of another one, where the two set different things.
  func joining(_ block: Node, to first: Node) -> FixIt? {
    let (target, moved) = (lines(of: first), lines(of: block))
    let content = moved.dropFirst().dropLast().map(text(ofLine:)).filter { !$0.trimmed.isEmpty }
    let names = { (lines: [String]) in lines.map { $0.prefix { $0 != ":" }.trimmed.lowercased() } }
    let isFence = { (line: Int) in ["```", "~~~"].contains(text(ofLine: line).trimmed.prefix(3)) }
    let fences = [target.lowerBound, target.upperBound - 1, moved.lowerBound, moved.upperBound - 1]
    guard target.count > 1, moved.count > 1, fences.allSatisfy(isFence),
      Set(names(content)).isDisjoint(with: names(target.map(text(ofLine:)))),
      // What stands right above and below it would become one.
      text(ofLine: moved.lowerBound - 1).trimmed.isEmpty || text(ofLine: moved.upperBound).trimmed.isEmpty
    else { return nil }
    // Of the empty lines around it those above go with it.
    var start = moved.lowerBound
    if text(ofLine: moved.upperBound).trimmed.isEmpty {
      while start > target.upperBound, text(ofLine: start - 1).trimmed.isEmpty { start -= 1 }
    }
    let end = source.range(ofLine: moved.upperBound - 1).upperBound
    return FixIt(
      "move these settings to the first block", in: source.path,
      [
        .insert(
          content.map { $0 + source.lineEnding }.joined(),
          at: source.range(ofLine: target.upperBound - 1).lowerBound),
        .delete(source.range(ofLine: start - 1).upperBound..<end),
      ])
  }

  /// Indents a quote so that it belongs to a list item.
  ///
  /// - Parameter lines: its lines, which must all begin with `>`.
  func indentingQuote(_ lines: Range<Int>, under item: Node) -> FixIt? {
    let indent = String(repeating: " ", count: indentWidth(under: item))
    let edits = lines.compactMap { line -> FixIt.Edit? in
      let range = source.range(ofLine: line)
      let space = source.bytes[range].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      guard source.bytes[range].dropFirst(space.count).first == UInt8(ascii: ">") else { return nil }
      return FixIt.Edit(space.startIndex..<space.endIndex, indent)
    }
    guard !edits.isEmpty, edits.count == lines.count else { return nil }
    return FixIt("indent it by \(self.indent(under: item))", in: source.path, edits)
  }

  /// The lines of a block.
  func lines(of block: Node) -> Range<Int> {
    let range = span(of: block).range
    return source.line(at: range.lowerBound)..<source.line(at: range.upperBound) + 1
  }

  /// Writes other text over words that stand at the start of a span.
  func writing(_ text: String, overOpening words: String, of span: Span) -> FixIt? {
    let end = span.range.lowerBound + words.utf8.count
    guard !words.isEmpty, end <= source.bytes.count,
      source.bytes[span.range.lowerBound..<end].elementsEqual(words.utf8)
    else { return nil }
    return .write(text, over: source.span(span.range.lowerBound..<end))
  }

  /// Numbers list items from 1 on, where their numbers do not fall: otherwise they may tell of another order
  /// than that of the lines.
  func renumbering(_ items: [Node]) -> FixIt? {
    var edits: [FixIt.Edit] = []
    var numbers: [Int] = []
    for (index, item) in items.enumerated() {
      let range = span(of: item).range
      let digits = source.bytes[range].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
      numbers.append(number)
      let text = String(index + 1)
      // A longer number moves the item's text, and what is indented under it would not belong to it any more.
      guard text.utf8.count <= digits.count || lines(of: item).count == 1 else { return nil }
      if number != index + 1 { edits.append(FixIt.Edit(digits.startIndex..<digits.endIndex, text)) }
    }
    guard !edits.isEmpty, zip(numbers, numbers.dropFirst()).allSatisfy({ $0 <= $1 }) else { return nil }
    return FixIt("number the items from 1 to \(items.count)", in: source.path, edits)
  }
}
