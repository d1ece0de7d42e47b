import Diagnostics

extension Rule {
  package static let tableCells = Rule("markdown.table-cells", .error)
}

extension Diagnostic {
  static func tableCells(at span: Span) -> Diagnostic {
    Diagnostic(
      .tableCells, at: span,
      "with this row the table has more than \(Limits.tableCells) cells, those counted that short rows leave out",
      help: "split the table, and write out the cells of its rows")
  }
}
