import Diagnostics

extension SourceFile {
  /// Takes an entry out of a YAML list: in brackets with the comma before it, otherwise with its line.
  ///
  /// - Parameters:
  ///   - entry: where it stands.
  ///   - previous: where the entry before it stands.
  /// - Returns: nil where something else, such as a comment, would go or lose its place with it.
  func removingListEntry(_ entry: Span, after previous: Span) -> FixIt.Edit? {
    let gap = previous.range.upperBound..<entry.range.lowerBound
    if text(in: gap).trimmed == "," {
      return .delete(gap.lowerBound..<entry.range.upperBound)
    }
    let line = line(at: entry.range.lowerBound)
    let lineText = text(in: range(ofLine: line)).trimmed
    guard lineText.hasPrefix("-"), lineText.dropFirst().trimmed == text(in: entry.range) else { return nil }
    return .delete(wholeRange(ofLine: line))
  }
}
