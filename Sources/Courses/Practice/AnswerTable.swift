import Diagnostics
import Markdown

extension Rule {
  package static let tableGlued = Rule(
    "practice.table-glued", .error, isFixable: true,
    "A table stands right under a paragraph, which then counts as part of it.")
  package static let rowLong = Rule(
    "practice.row-long", .error,
    "A row has more cells than the header, and Markdown drops the rest.")
  package static let rowShort = Rule(
    "practice.row-short", .error,
    "A row has fewer cells than the header, so something is missing.")
  package static let emptyRow = Rule(
    "practice.empty-row", .error,
    "A row of an answer table is empty.")
}

/// An answer table, taken apart.
struct AnswerTable {
  /// A row below the header with as many cells as the header.
  struct Row {
    /// The row.
    let node: Node
    /// Its cells.
    let cells: [Node]
  }

  /// The header's cells.
  let header: [Node]
  /// The place that stands for the table's first row: below the header where there is one.
  let firstRow: Span
  /// The rows that are whole and not empty.
  let rows: [Row]

  /// Reads a table and reports what is wrong with its rows.
  ///
  /// - Returns: nil where the table's own shape is broken.
  init?(reading table: Node, in context: inout QuestionContext) {
    let nodes = table.childNodes
    guard let head = nodes.first else { return nil }
    header = head.childNodes
    if let line = Self.gluedHeaderLine(of: table, in: context) {
      context.report(
        .tableGlued, at: context.source.span(ofLine: line), "the table stands right under other text",
        help: "leave an empty line before the table", fixIt: context.emptyLine(above: line))
      return nil
    }
    firstRow = context.firstLine(of: nodes.count > 1 ? nodes[1] : head)
    var rows: [Row] = []
    for node in nodes.dropFirst() {
      let row = Row(node: node, cells: node.childNodes)
      if Self.isWhole(row, columns: header.count, in: &context) { rows.append(row) }
    }
    self.rows = rows
  }

  private static func isWhole(_ row: Row, columns: Int, in context: inout QuestionContext) -> Bool {
    let line = context.line(of: row.node)
    let count = cellCount(in: context.source.span(ofLine: line), of: context.source)
    let cells = "\(count) cell\(count == 1 ? "" : "s")"
    if count > columns {
      context.report(
        .rowLong, at: context.source.span(ofLine: line),
        "this row has \(cells) and the header has \(columns)",
        help: "the rest would be lost; write a | in text as `\\|`")
    } else if count < columns {
      context.report(
        .rowShort, at: context.source.span(ofLine: line),
        "this row has \(cells) and the header has \(columns)",
        help: "add the missing cells; an empty one is `| |`")
    } else if row.cells.allSatisfy(\.isBlank) {
      context.report(
        .emptyRow, at: context.source.span(ofLine: line), "this row is empty", help: "fill it, or remove it")
    } else {
      return row.cells.count == columns
    }
    return false
  }

  /// The number of cells of a row as its author wrote it; cmark drops those that the header lacks.
  static func cellCount(in line: Span, of source: SourceFile) -> Int {
    let bytes = source.bytes[line.range]
    guard !bytes.isEmpty else { return 0 }
    let bars = bytes.indices.filter { index in
      bytes[index] == UInt8(ascii: "|")
        && (index == bytes.startIndex || bytes[index - 1] != UInt8(ascii: "\\"))
    }
    var count = bars.count + 1
    if bars.first == bytes.startIndex { count -= 1 }
    if let last = bars.last, last == bytes.endIndex - 1, bytes.count > 1 { count -= 1 }
    return count
  }

  /// Whether a line is the row of dashes under a table's header (GFM 0.29, section 4.10).
  static func isDashRow(_ line: String) -> Bool {
    let line = line.trimmed
    guard line.contains("-"), line.contains("|") || line.contains(":") else { return false }
    return line.allSatisfy { "-:| \t".contains($0) }
  }

  /// The header's line of a table that took the paragraph above for part of itself.
  ///
  /// cmark gives such a table the paragraph's first line as its own.
  private static func gluedHeaderLine(of table: Node, in context: QuestionContext) -> Int? {
    guard table.previous?.kind == .paragraph else { return nil }
    let start = context.line(of: table)
    for line in start...max(start, context.source.lineCount) where isDashRow(context.text(ofLine: line + 1)) {
      return context.text(ofLine: line - 1).trimmed.isEmpty ? nil : line
    }
    return nil
  }
}
