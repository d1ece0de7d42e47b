import Diagnostics

/// Places in the file. cmark's own are wrong in many ways (breaks and bare URLs have none, code across
/// lines moves what follows, `\|` in a cell too), so inlines are found in the text anew, and a block's
/// place is compared with the file. What cannot be found has the place of what holds it.
extension Document {
  /// The place of a node: from its first byte of markup or text to its last, on one line or several.
  package func span(of node: Node) -> Span {
    source.span(range(of: node))
  }

  /// The place of the text that a heading, paragraph, cell or other inline container holds, without
  /// the markup around it; the place of the node itself where it holds none.
  package func spanOfText(of node: Node) -> Span {
    guard let first = node.firstChild, let last = node.lastChild else { return span(of: node) }
    let start = range(of: first)
    let end = range(of: last)
    return source.span(start.lowerBound..<max(start.upperBound, end.upperBound))
  }

  /// The place of a link's or image's destination: the URL, or the label that stands for it.
  package func spanOfDestination(of node: Node) -> Span {
    if let block = node.inlineContainer {
      let located = located(block)
      if let map = located.map, let range = located.destinations[node] {
        return source.span(map.source(of: range))
      }
    }
    return span(of: node)
  }

  /// The place of a part of a block's ``Node/content``; that of the block where it is not known.
  func span(of part: Range<Int>, inContentOf block: Node) -> Span {
    map(of: block).map { source.span($0.source(of: part)) } ?? span(of: block)
  }

  // MARK: Ranges

  func range(of node: Node) -> Range<Int> {
    if let block = node.inlineContainer {
      let located = located(block)
      guard let map = located.map else { return blockRange(of: block) }
      var inline = node
      while inline != block {
        if let range = located.inlines[inline] { return map.source(of: range) }
        guard let parent = inline.parent else { break }
        inline = parent
      }
      return blockRange(of: block)
    }
    return blockRange(of: node)
  }

  private func blockRange(of node: Node) -> Range<Int> {
    switch node.kind {
    case .document: return min(start, source.bytes.count)..<source.bytes.count
    case .paragraph:
      if let map = map(of: node) {
        // The line feed that cmark adds to the last line may be missing in the file.
        let text = node.content.last == UInt8(ascii: "\n") ? node.content.count - 1 : node.content.count
        return trimmed(map.source(of: 0..<text))
      }
    case .tableCell:
      if node.content.count > 0, let map = map(of: node) { return map.source(of: 0..<node.content.count) }
      return node.parent.map(blockRange) ?? 0..<0
    case .tableRow:
      if let line = lineOfRow(node) { return trimmed(textOfRow(node, line: line)) }
    case .table:
      if let first = node.firstChild, let last = node.lastChild {
        let range = blockRange(of: first)
        return range.lowerBound..<max(range.upperBound, blockRange(of: last).upperBound)
      }
    case .footnoteDefinition: return definitionRange(of: node)
    default: break
    }
    let first = node.reportedLine - extraLines
    guard first >= 1, first <= source.lineCount else { return node.parent.map(blockRange) ?? 0..<0 }
    let line = source.range(ofLine: first)
    let mark = first == 1 ? source.byteOrderMarkSize : 0
    let column = line.lowerBound + mark + max(node.reportedColumn - 1, 0)
    let lower = column < line.upperBound ? column : trimmed(line).lowerBound
    var last = node
    while let child = last.lastChild, !child.holdsInlines, !child.isInline { last = child }
    let end = min(max(last.reportedEndLine - extraLines, first), source.lineCount)
    return trimmed(lower..<max(lower, source.range(ofLine: end).upperBound))
  }

  /// The place without the white space around it.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while upper > lower, source.bytes[upper - 1].isMarkdownSpaceOrLineEnd { upper -= 1 }
    while lower < upper, source.bytes[lower].isMarkdownSpaceOrLineEnd { lower += 1 }
    return lower..<upper
  }

  /// The definition of a footnote begins at its label for people, behind it for cmark.
  private func definitionRange(of node: Node) -> Range<Int> {
    let first = node.reportedLine - extraLines
    guard first >= 1, first <= source.lineCount else { return 0..<0 }
    let line = source.range(ofLine: first)
    var lower = min(line.lowerBound + max(node.reportedColumn - 1, 0), line.upperBound)
    while lower > line.lowerBound, !source.bytes[lower...].starts(with: "[^".utf8) { lower -= 1 }
    guard source.bytes[lower...].starts(with: "[^".utf8) else { return trimmed(line) }
    let end = min(max(node.reportedEndLine - extraLines, first), source.lineCount)
    return trimmed(lower..<max(line.upperBound, source.range(ofLine: end).upperBound))
  }

  // MARK: Blocks with inlines

  /// What is known of the places in a block, found when it is first asked for.
  func located(_ block: Node) -> LocatedBlock {
    if let known = locatedBlocks[block] { return known }
    let map = map(of: block)
    let located: LocatedBlock
    if map == nil {
      located = LocatedBlock(map: nil, inlines: [:], destinations: [:])
    } else {
      let locator = InlineLocator(block)
      located = LocatedBlock(map: map, inlines: locator.inlines, destinations: locator.destinations)
    }
    locatedBlocks[block] = located
    return located
  }

  /// Where the text of a block stands, without the places of its inlines, which take longer to find.
  private func map(of block: Node) -> ContentMap? {
    if let known = contentMaps[block] { return known }
    let map = contentMap(of: block)
    contentMaps[block] = .some(map)
    return map
  }

  private func contentMap(of block: Node) -> ContentMap? {
    let content = block.content
    guard content.count > 0 else { return nil }
    let first = block.reportedLine - extraLines
    let last = block.reportedEndLine - extraLines
    if block.isParagraph {
      // The paragraph that stands directly above a table has no place of its own: it begins where the
      // table claims to begin.
      if block.isRightAboveTable {
        guard let table = block.next, table.isTable else { return nil }
        return ContentMap(
          content, fromLine: table.reportedLine - extraLines, of: source, mayLackBackslashes: true)
      }
      // Link reference definitions at the start are no longer in the content.
      return ContentMap(
        content, fromLine: last - content.lineCount + 1, of: source, mayLackBackslashes: false)
        ?? ContentMap(content, fromLine: first, of: source, mayLackBackslashes: false)
    }
    if case .tableCell = block.kind { return cellMap(of: block) }
    if content.last == UInt8(ascii: "\n") {
      // The underline follows, but where cmark lets the heading end depends on what comes after it.
      let text = content.lineCount
      for line in [last - text - 1, last - text, first]
      where line >= 1 && isUnderline(line: line + text) {
        if let map = ContentMap(content, fromLine: line, of: source, mayLackBackslashes: false) { return map }
      }
      return nil
    }
    guard first >= 1, let start = source.offset(line: first, byteColumn: max(block.reportedColumn, 1)) else {
      return nil
    }
    return source.bytes.withUnsafeBufferPointer { bytes in
      var text = start
      while text < bytes.count, bytes[text] != UInt8(ascii: "#") { text += 1 }
      while text < bytes.count, bytes[text] == UInt8(ascii: "#") { text += 1 }
      while text < bytes.count, bytes[text].isMarkdownSpace { text += 1 }
      return ContentMap(content, at: text, of: bytes)
    }
  }

  /// Whether a line may underline a setext heading, behind the `>` of quotes that it may be in.
  private func isUnderline(line: Int) -> Bool {
    let text = source.bytes[trimmed(source.range(ofLine: line))]
    return (text.last == UInt8(ascii: "=") || text.last == UInt8(ascii: "-"))
      && text.allSatisfy {
        $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ">") || $0.isMarkdownSpace
      }
  }

  // MARK: Tables

  private func cellMap(of cell: Node) -> ContentMap? {
    guard let row = cell.parent, let line = lineOfRow(row) else { return nil }
    var index = 0
    var sibling = cell.previous
    while let node = sibling {
      index += 1
      sibling = node.previous
    }
    return source.bytes.withUnsafeBufferPointer { bytes in
      let cells = TableLine.cells(of: bytes, in: textOfRow(row, line: line))
      guard index < cells.count else { return nil }
      return ContentMap(cell: cell.content, in: cells[index], of: source.bytes)
    }
  }

  /// The bytes of a row that cmark cuts into cells.
  private func textOfRow(_ row: Node, line: Int) -> Range<Int> {
    let range = source.range(ofLine: line)
    // The header row was the last line of a paragraph, and the paragraph's content is still the table's.
    if let table = row.parent, row == table.firstChild {
      let text = table.content
      var start = max(text.count - 1, 0)
      while start > 0, text[start - 1] != UInt8(ascii: "\n") { start -= 1 }
      let header = text[start..<max(text.count - 1, start)]
      let lower = range.upperBound - header.count
      if lower >= range.lowerBound, header.elementsEqual(source.bytes[lower..<range.upperBound]) {
        return lower..<range.upperBound
      }
    }
    return textStart(ofLine: line)..<range.upperBound
  }

  private func lineOfRow(_ row: Node) -> Int? {
    guard let table = row.parent else { return nil }
    var line = row.reportedLine - extraLines
    // cmark gives the header row the first line of the paragraph that the table was made from.
    if row == table.firstChild { line += max(table.content.lineCount - 1, 0) }
    return line >= 1 && line <= source.lineCount ? line : nil
  }

  /// Where the text of a line begins, behind what opens or continues its containers.
  private func textStart(ofLine line: Int) -> Int {
    let range = source.range(ofLine: line)
    return source.bytes.withUnsafeBufferPointer { LineStart(of: $0, in: range).textStart }
  }
}

extension Node {
  /// The paragraph, heading or table cell whose text holds the node; nil for blocks.
  var inlineContainer: Node? {
    guard isInline else { return nil }
    var node = parent
    while let candidate = node, candidate.isInline { node = candidate.parent }
    return node
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The number of lines, of which the last need not end.
  fileprivate var lineCount: Int {
    count { $0 == UInt8(ascii: "\n") } + (last == UInt8(ascii: "\n") || isEmpty ? 0 : 1)
  }
}

extension UInt8 {
  var isMarkdownSpaceOrLineEnd: Bool {
    isMarkdownSpace || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r")
  }
}
