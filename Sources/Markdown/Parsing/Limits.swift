/// How much a file may hold.
///
/// Most bound what a page can be; ``parsingWork`` bounds what cmark-gfm 0.29.0.gfm.6 would do on the
/// few inputs on which its work grows faster than the input.
package enum Limits {
  /// The size of a file, in bytes.
  package static let fileSize = 2_000_000
  /// How many blocks and inlines may stand inside one another, the document itself not counted.
  package static let depth = 100
  /// The columns of a table.
  package static let tableColumns = 100
  /// The cells of a table, and the cells that the rows of a page leave out at their ends.
  package static let tableCells = 100_000
  /// What the uses of link reference definitions may copy of them, in bytes for a page.
  package static let expansion = 32_000_000
  /// The links and images of a page.
  package static let links = 10_000
  /// The HTML of a page, in bytes.
  package static let htmlSize = 32_000_000
  /// The steps that cmark may take beyond its usual few for each byte; about a tenth of a second.
  static let parsingWork = 50_000_000
}
