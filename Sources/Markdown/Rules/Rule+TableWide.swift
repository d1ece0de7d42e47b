import Diagnostics

extension Rule {
  package static let tableWide = Rule(
    "markdown.table-wide", .error,
    "A table has more columns than a page can hold.")
}

extension Diagnostic {
  static func tableWide(columns: Int, at span: Span) -> Diagnostic {
    Diagnostic(
      .tableWide, at: span,
      "this row of a table has \(columns) cells; a table may have \(Limits.tableColumns) columns",
      help: "split the table, or write a | in text as \\|")
  }
}
