import Diagnostics

/// Feeds a file to the parser, and stops before a line that would cost it more than linear time.
///
/// What a line opens is seen in the tree once the line is read, so the file is fed in pieces that end
/// where the tree has to be looked at: where it may have grown too deep, before what may be the
/// delimiter row of a table, and after each row.
struct BlockFeed {
  /// How many lines more the parser has read than the file has before its Markdown.
  let extraLines: Int
  /// Whether any line may begin a link reference definition.
  private(set) var mayDefineLinks = false
  private let source: SourceFile
  private let start: Int

  /// The first byte that was not fed yet.
  private var pending: Int
  /// No less than the depth of the blocks that are open.
  private var depthBound = 0
  /// What the search for the header rows of tables has cost so far.
  private var tableWork = 0
  /// The cells that rows left out, so far.
  private var missingCells = 0
  private var openTable: OpenTable?

  private struct OpenTable {
    let node: Node
    let columns: Int
    var rows = 1
  }

  /// - Parameters:
  ///   - source: the file.
  ///   - start: where its Markdown begins, at the start of a line.
  init(_ source: SourceFile, from start: Int) {
    self.source = source
    self.start = start
    // The parser is made with one empty line, which stands for the first line of the front matter.
    extraLines = start == 0 ? 1 : 0
    // cmark skips a byte order mark on the first line that it is fed, which this is not.
    pending = start == 0 ? source.byteOrderMarkSize : start
  }

  /// Feeds the whole file.
  ///
  /// - Returns: the limit that the file breaks, if any; then the tree is not complete.
  mutating func run(into parser: borrowing Parser) -> Diagnostic? {
    source.bytes.withUnsafeBufferPointer { bytes in feed(bytes, to: parser) }
  }

  private mutating func feed(_ bytes: UnsafeBufferPointer<UInt8>, to parser: borrowing Parser) -> Diagnostic?
  {
    let firstLine = source.line(at: start)
    // Empty lines in place of the front matter keep cmark's line numbers right.
    for _ in 1..<max(firstLine - 1, 1) { feedLineFeed(to: parser) }
    var isAfterBlankLine = true
    var next = pending..<source.range(ofLine: firstLine).upperBound
    for line in firstLine...source.lineCount {
      let range = next
      next = source.range(ofLine: line + 1)
      let end = line < source.lineCount ? next.lowerBound : bytes.count
      let lineStart = LineStart(of: bytes, in: range)
      let text = lineStart.textStart..<range.upperBound
      if lineStart.footnoteStart != nil || (!text.isEmpty && bytes[text.lowerBound] == UInt8(ascii: "[")) {
        mayDefineLinks = true
      }

      if openTable != nil {
        if let broken = feedTableLine(text, to: end, line: line, bytes, parser) { return broken }
      } else if !isAfterBlankLine, TableLine.isDelimiterRow(bytes, in: text) {
        feed(bytes, to: range.lowerBound, parser)
        if let broken = delimiterRowProblem(text, bytes, under: parser.root) { return broken }
        feed(bytes, to: end, parser)
        openTable = newTable(in: parser.root)
      }
      depthBound += lineStart.containers
      if depthBound > Limits.depth {
        feed(bytes, to: end, parser)
        if let broken = depthProblem(in: parser.root, line: line) { return broken }
      }
      isAfterBlankLine = text.isEmpty && lineStart.containers == 0
    }
    feed(bytes, to: bytes.count, parser)
    // A last line without an ending would be read with the inlines, when it is too late to look.
    if let last = bytes.last, last != UInt8(ascii: "\n"), last != UInt8(ascii: "\r") {
      feedLineFeed(to: parser)
    }
    return nil
  }

  private mutating func feed(_ bytes: UnsafeBufferPointer<UInt8>, to end: Int, _ parser: borrowing Parser) {
    guard end > pending else { return }
    parser.feed(UnsafeBufferPointer(rebasing: bytes[pending..<end]))
    pending = end
  }

  private func feedLineFeed(to parser: borrowing Parser) {
    withUnsafePointer(to: UInt8(ascii: "\n")) {
      parser.feed(UnsafeBufferPointer(start: $0, count: 1))
    }
  }

  // MARK: Depth

  /// Measures how deep the blocks of the last line stand.
  private mutating func depthProblem(in root: Node, line: Int) -> Diagnostic? {
    depthBound = 0
    var node = root
    while let child = node.lastChild {
      node = child
      depthBound += 1
      if depthBound > Limits.depth {
        let offset = source.offset(
          line: node.reportedLine - extraLines, byteColumn: max(node.reportedColumn, 1))
        let lineRange = source.range(ofLine: line)
        let place = offset.map { min(max($0, lineRange.lowerBound), lineRange.upperBound) }
        let start = place ?? lineRange.lowerBound
        return .tooDeep(at: source.span(start..<min(start + 1, source.bytes.count)))
      }
    }
    return nil
  }

  // MARK: Tables

  /// The table that the line just fed has opened, if any.
  private func newTable(in root: Node) -> OpenTable? {
    var node = root
    while let child = node.lastChild {
      if child.isTable { return OpenTable(node: child, columns: child.columnCount) }
      node = child
    }
    return nil
  }

  /// What forbids to offer a delimiter row to cmark, which would look for its header row in all of the
  /// paragraph above, cell by cell, and go back from the start of each line to the last pipe before it.
  private mutating func delimiterRowProblem(
    _ text: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, under root: Node
  ) -> Diagnostic? {
    var leaf = root
    while let child = leaf.lastChild { leaf = child }
    guard leaf.isParagraph else { return nil }
    let columns = TableLine.cellCount(of: bytes, in: text)
    let paragraph = leaf.unparsedContent
    // The paragraph's last line, without the line feed that ends it.
    var headerStart = max(paragraph.count - 1, 0)
    while headerStart > 0, paragraph[headerStart - 1] != UInt8(ascii: "\n") { headerStart -= 1 }
    let header = headerStart..<max(paragraph.count - 1, headerStart)
    if columns > Limits.tableColumns, TableLine.cellCount(of: paragraph, in: header) == columns {
      return .tableWide(columns: columns, at: source.span(text))
    }
    tableWork += columns * columns + headerSearchWork(in: paragraph)
    return tableWork > Limits.parsingWork ? .delimiterRow(at: source.span(text)) : nil
  }

  private func headerSearchWork(in paragraph: UnsafeBufferPointer<UInt8>) -> Int {
    // cmark allocates memory for each cell several times, which takes as long as some 64 bytes.
    let workOfCell = 64
    var work = paragraph.count
    var lastPipe = 0
    var pipes = 0
    for (index, byte) in paragraph.enumerated() {
      if byte == UInt8(ascii: "|") {
        lastPipe = index
        pipes += 1
        work += pipes + workOfCell
      } else if byte == UInt8(ascii: "\n") {
        work += index - lastPipe + workOfCell
        pipes = 0
      }
    }
    return work
  }

  /// Feeds a line that may be the next row of the open table.
  private mutating func feedTableLine(
    _ text: Range<Int>, to end: Int, line: Int, _ bytes: UnsafeBufferPointer<UInt8>,
    _ parser: borrowing Parser
  ) -> Diagnostic? {
    guard var table = openTable else { return nil }
    let cells = TableLine.cellCount(of: bytes, in: text)
    if cells > Limits.tableColumns { return .tableWide(columns: cells, at: source.span(text)) }
    feed(bytes, to: end, parser)
    guard let row = table.node.lastChild, row.reportedLine == line + extraLines else {
      openTable = nil
      return nil
    }
    table.rows += 1
    openTable = table
    missingCells += max(table.columns - cells, 0)
    guard table.rows * table.columns <= Limits.tableCells, missingCells <= Limits.tableCells else {
      return .tableCells(at: source.span(text))
    }
    return nil
  }
}
