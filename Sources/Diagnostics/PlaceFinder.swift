/// Finds the lines and columns of diagnostics, however many of them stand on one long line.
///
/// To count a column from the start of its line would take quadratic time in all. Here each file is counted
/// once, and its count is noted every so often.
package struct PlaceFinder {
  private let lookup: SourceLookup
  /// For each file how many characters begin before each stretch of it.
  private var counts: [String: [Int]] = [:]

  private static let stretch = 1024

  /// - Parameter lookup: finds the file of a path.
  package init(_ lookup: @escaping SourceLookup) {
    self.lookup = lookup
  }

  /// The file that a span lies in; nil where it means a path as such, or the file cannot be read.
  func source(of span: Span) -> SourceFile? {
    span.isPath ? nil : lookup(span.path)
  }

  /// The path, with line and column where the span lies in a text: `path:line:column`.
  mutating func location(of span: Span, in source: SourceFile?) -> String {
    guard let source else { return span.path.harmless }
    let position = position(at: span.range.lowerBound, in: source)
    return "\(span.path.harmless):\(position.line):\(position.column)"
  }

  /// The line and column of a byte; an offset outside the file is moved to its nearer end.
  mutating func position(at offset: Int, in source: SourceFile) -> Position {
    let offset = min(max(offset, 0), source.bytes.count)
    let line = source.line(at: offset)
    let start = source.range(ofLine: line).lowerBound
    if offset - start < Self.stretch { return source.position(at: offset) }
    let column = characterOffset(at: offset, in: source) - characterOffset(at: start, in: source)
    return Position(line: line, column: column + 1)
  }

  /// How many Unicode scalars begin in the file before a byte, from 0 to the file's size.
  mutating func characterOffset(at offset: Int, in source: SourceFile) -> Int {
    let counts = counts(of: source)
    let index = min(offset / Self.stretch, counts.count - 1)
    return counts[index] + source.characterCount(in: index * Self.stretch..<offset)
  }

  private mutating func counts(of source: SourceFile) -> [Int] {
    if let known = counts[source.path], known.count == source.bytes.count / Self.stretch + 1 { return known }
    var counts = [0]
    for start in stride(from: 0, through: source.bytes.count - Self.stretch, by: Self.stretch) {
      counts.append(counts[counts.count - 1] + source.characterCount(in: start..<start + Self.stretch))
    }
    self.counts[source.path] = counts
    return counts
  }
}
