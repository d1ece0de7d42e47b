import Diagnostics

extension Rule {
  package static let delimiterRow = Rule(
    "markdown.delimiter-row", .error,
    "What looks like the second row of a table stands under so much text that looking for the first takes too long."
  )
}

extension Diagnostic {
  static func delimiterRow(at span: Span) -> Diagnostic {
    Diagnostic(
      .delimiterRow, at: span,
      "this looks like the second row of a table, and there is too much text above it to look for the first",
      help: "leave an empty line above the table's first row")
  }
}
