/// How cmark cuts a line into the cells of a table.
enum TableLine {
  /// The bytes of each cell with the white space around its text (`row_from_string` in table.c).
  ///
  /// - Parameter line: the line from its first text on, without its ending.
  static func cells(of bytes: UnsafeBufferPointer<UInt8>, in line: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    forEachCell(of: bytes, in: line) { cells.append($0) }
    return cells
  }

  /// How many cells the line has.
  static func cellCount(of bytes: UnsafeBufferPointer<UInt8>, in line: Range<Int>) -> Int {
    var count = 0
    forEachCell(of: bytes, in: line) { _ in count += 1 }
    return count
  }

  /// Whether the line has any cell: one without text, or with a pipe alone, has none.
  static func hasCells(_ bytes: UnsafeBufferPointer<UInt8>, in line: Range<Int>) -> Bool {
    guard let first = line.first else { return false }
    return bytes[first] != UInt8(ascii: "|") || line.dropFirst().contains { !bytes[$0].isMarkdownSpace }
  }

  /// Whether a line may be the delimiter row of a table: only pipes, colons, hyphens and white space,
  /// and not hyphens alone.
  static func isDelimiterRow(_ bytes: UnsafeBufferPointer<UInt8>, in line: Range<Int>) -> Bool {
    var hasHyphen = false
    var hasOther = false
    for index in line {
      switch bytes[index] {
      case UInt8(ascii: "-"): hasHyphen = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"): hasOther = true
      default: guard bytes[index].isMarkdownSpace else { return false }
      }
    }
    return hasHyphen && hasOther
  }

  private static func forEachCell(
    of bytes: UnsafeBufferPointer<UInt8>, in line: Range<Int>, _ body: (Range<Int>) -> Void
  ) {
    var index = line.lowerBound
    func skipPipe() -> Bool {
      guard index < line.upperBound, bytes[index] == UInt8(ascii: "|") else { return false }
      index += 1
      while index < line.upperBound, bytes[index].isMarkdownSpace { index += 1 }
      return true
    }
    _ = skipPipe()
    while true {
      let start = index
      // A pipe after a backslash never ends a cell, whatever stands before the backslash: the
      // scanner takes the longest match.
      while index < line.upperBound,
        bytes[index] != UInt8(ascii: "|") || (index > start && bytes[index - 1] == UInt8(ascii: "\\"))
      {
        index += 1
      }
      let end = index
      let hasPipe = skipPipe()
      if end > start || hasPipe { body(start..<end) }
      guard hasPipe else { return }
    }
  }
}
