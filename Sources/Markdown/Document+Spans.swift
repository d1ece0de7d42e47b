import Diagnostics

extension Document {
  /// The bytes that a node was read from.
  package func span(of node: Node) -> Span {
    var known = node
    while known.reportedLine == 0, let parent = known.parent { known = parent }
    guard
      let start = source.offset(line: known.reportedLine, byteColumn: max(known.reportedColumn, 1)),
      let end = source.offset(line: known.reportedEndLine, byteColumn: known.reportedEndColumn + 1)
    else { return source.span(0..<0) }
    return source.span(start..<max(start, end))
  }
}
