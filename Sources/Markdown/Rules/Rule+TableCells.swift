import Diagnostics

extension Rule {
  package static let tableCells = Rule(
    "markdown.table-cells", .error,
    "A table has more cells than a page can hold.")
}

extension Diagnostic {
  static func tableCells(at span: Span) -> Diagnostic {
    Diagnostic(
      .tableCells, at: span,
      "with this row the table has more than \(Limits.tableCells) cells, those counted that short rows leave out",
      help: "split the table, and write out the cells of its rows")
  }
}
