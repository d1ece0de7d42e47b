/// The line in which a span begins, ready to be shown with a caret under it.
///
/// Tabs are spread to spaces and harmful characters shown as U+FFFD, so what is above a caret is what
/// the caret means. Of a long line only the part around the caret is shown.
package struct Excerpt: Hashable, Sendable {
  /// The line's number, from 1.
  package let line: Int
  /// What is shown of the line.
  package let text: String
  /// How many cells stand before the caret.
  package let indent: Int
  /// How many cells the caret underlines, at least 1.
  let width: Int

  /// The caret that underlines what is meant.
  package var caret: String { "^" + String(repeating: "~", count: width - 1) }

  /// The most cells that are shown of a line.
  private static let maximalWidth = 100
  /// How many cells are shown before the caret when a line has to be cut.
  private static let context = 30
  private static let tabStop = 4

  /// A character as it is shown.
  private struct Cell {
    let text: Character
    let width: Int
    let offset: Int
  }

  init(of span: Span, in source: SourceFile) {
    let start = min(max(span.range.lowerBound, 0), source.bytes.count)
    line = source.line(at: start)
    let whole = source.range(ofLine: line)
    let caret = min(start, whole.upperBound)..<min(max(span.range.upperBound, start), whole.upperBound)

    // Four bytes are the most that one character takes, so this holds all that can be shown.
    let reach = 4 * Self.maximalWidth
    let part =
      max(
        whole.lowerBound, caret.lowerBound - reach)..<min(
        whole.upperBound, caret.lowerBound + reach)
    let all = Self.cells(of: part, in: source)
    let caretIndex = all.firstIndex { $0.offset >= caret.lowerBound } ?? all.count
    let begin = Self.beginning(of: all, caretIndex: caretIndex)
    let end = Self.end(of: all, from: begin)
    let isCutBefore = begin > 0 || part.lowerBound > whole.lowerBound
    let isCutAfter = end < all.count || part.upperBound < whole.upperBound

    text = (isCutBefore ? "…" : "") + String(all[begin..<end].map(\.text)) + (isCutAfter ? "…" : "")
    indent = (isCutBefore ? 1 : 0) + Self.width(of: all[begin..<caretIndex])
    width = max(1, Self.width(of: all[caretIndex..<end].prefix { $0.offset < caret.upperBound }))
  }

  private static func width(of cells: ArraySlice<Cell>) -> Int {
    cells.reduce(0) { $0 + $1.width }
  }

  /// The first cell that is shown: the line's first where that leaves the caret in sight, otherwise one
  /// that leaves some of the line before the caret, and more where the line ends soon after.
  private static func beginning(of cells: [Cell], caretIndex: Int) -> Int {
    if width(of: cells[...]) <= maximalWidth { return 0 }
    var begin = caretIndex
    var kept = 0
    while begin > 0, kept + cells[begin - 1].width <= context {
      begin -= 1
      kept += cells[begin].width
    }
    var shown = width(of: cells[begin...])
    while begin > 0, shown + cells[begin - 1].width <= maximalWidth {
      begin -= 1
      shown += cells[begin].width
    }
    return begin
  }

  /// The end of what is shown when it begins at a cell.
  private static func end(of cells: [Cell], from begin: Int) -> Int {
    var end = begin
    var shown = 0
    while end < cells.count, shown + cells[end].width <= maximalWidth {
      shown += cells[end].width
      end += 1
    }
    return end
  }

  /// The characters of a part of a line; its ends may lie inside a character.
  private static func cells(of part: Range<Int>, in source: SourceFile) -> [Cell] {
    var cells: [Cell] = []
    var column = 0
    var offset = part.lowerBound
    while offset < part.upperBound {
      let end = source.offset(afterCharacterAt: offset, before: part.upperBound)
      let scalars = source.text(in: offset..<end).unicodeScalars
      if scalars.first == "\t" {
        let spaces = tabStop - column % tabStop
        for _ in 0..<spaces { cells.append(Cell(text: " ", width: 1, offset: offset)) }
        column += spaces
      } else {
        var shown: Unicode.Scalar = "\u{FFFD}"
        if let scalar = scalars.first, scalars.count == 1, !scalar.isHarmful { shown = scalar }
        cells.append(Cell(text: Character(shown), width: shown.cellWidth, offset: offset))
        column += shown.cellWidth
      }
      offset = end
    }
    return cells
  }
}

extension SourceFile {
  fileprivate func offset(afterCharacterAt offset: Int, before limit: Int) -> Int {
    var end = offset + 1
    while end < limit, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}
