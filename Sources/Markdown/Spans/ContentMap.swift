import Diagnostics

/// Where the bytes stand in the file that cmark reads a block's inlines from.
///
/// cmark joins a block's lines without what opens its containers, without the white space around, and in
/// tables without the backslash before a pipe. What it read is compared with the file byte for byte here,
/// so a map that exists is right whatever cmark reports of places.
struct ContentMap {
  /// Bytes that stand in the file as they stand in the content.
  private struct Piece {
    let content: Int
    let source: Int
    /// Whether it begins behind a `\|`, of which the content has the pipe alone.
    var isBehindPipe = false
  }

  /// The pieces in order. A pipe that is escaped in the file is a piece of its own, at its backslash.
  private var pieces: [Piece] = []

  /// The place in the file of a part of the content.
  func source(of content: Range<Int>) -> Range<Int> {
    let start = source(at: content.lowerBound)
    guard !content.isEmpty else { return start..<start }
    // The end is taken from the last byte, for the byte after it may be on another line.
    let next = pieces[index(at: content.upperBound)]
    let end =
      next.isBehindPipe && next.content == content.upperBound
      ? next.source : source(at: content.upperBound - 1) + 1
    return start..<max(start, end)
  }

  private func source(at content: Int) -> Int {
    let piece = pieces[index(at: content)]
    return piece.source + content - piece.content
  }

  /// The last piece that does not begin behind a byte of the content.
  private func index(at content: Int) -> Int {
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].content <= content { low = middle } else { high = middle }
    }
    return low
  }

  /// Maps content that stands in one piece of the file.
  ///
  /// - Returns: nil where the file does not hold it there.
  init?(_ content: UnsafeBufferPointer<UInt8>, at start: Int, of source: UnsafeBufferPointer<UInt8>) {
    guard start >= 0, start + content.count <= source.count,
      content.elementsEqual(source[start..<(start + content.count)])
    else { return nil }
    pieces = [Piece(content: 0, source: start)]
  }

  /// Maps content of whole lines, of which each ends where a line of the file ends.
  ///
  /// - Parameters:
  ///   - content: the content.
  ///   - line: the line of the file on which it begins.
  ///   - file: the file.
  ///   - mayLackBackslashes: whether a `|` may be `\|` in the file and white space at the end be missing.
  /// - Returns: nil where the lines of the file do not end in it.
  init?(
    _ content: UnsafeBufferPointer<UInt8>, fromLine line: Int, of file: SourceFile, mayLackBackslashes: Bool
  ) {
    var line = line
    var start = 0
    while start < content.count {
      var end = start
      while end < content.count, content[end] != UInt8(ascii: "\n") { end += 1 }
      guard line <= file.lineCount,
        append(content, start..<end, file.range(ofLine: line), file.bytes, mayLackBackslashes)
      else { return nil }
      line += 1
      start = end + 1
    }
    if pieces.isEmpty { return nil }
  }

  /// Maps the text of a table cell.
  ///
  /// - Parameters:
  ///   - content: the cell's text.
  ///   - range: the bytes between the pipes of the file.
  ///   - source: the bytes of the file.
  init?(cell content: UnsafeBufferPointer<UInt8>, in range: Range<Int>, of source: [UInt8]) {
    guard append(content, 0..<content.count, range, source, true) else { return nil }
    let start = range.first { !source[$0].isMarkdownSpace } ?? range.upperBound
    guard pieces.first?.source == start else { return nil }
  }

  /// Compares a line from its end to its start.
  private mutating func append(
    _ content: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ sourceLine: Range<Int>, _ source: [UInt8],
    _ mayLackBackslashes: Bool
  ) -> Bool {
    var backward: [Piece] = []
    var index = line.upperBound
    var place = sourceLine.upperBound
    if mayLackBackslashes {
      while index > line.lowerBound, content[index - 1].isMarkdownSpace { index -= 1 }
      while place > sourceLine.lowerBound, source[place - 1].isMarkdownSpace { place -= 1 }
    }
    while index > line.lowerBound {
      guard place > sourceLine.lowerBound else { return false }
      guard content[index - 1] == source[place - 1] else {
        // Of a tab that is in part the indent of a container, cmark keeps the rest as spaces.
        let rest = line.lowerBound..<index
        guard source[place - 1] == UInt8(ascii: "\t"), rest.count <= min(place, 3),
          content[rest].allSatisfy({ $0 == UInt8(ascii: " ") })
        else { return false }
        place -= rest.count
        break
      }
      index -= 1
      place -= 1
      if mayLackBackslashes, content[index] == UInt8(ascii: "|"), place > sourceLine.lowerBound,
        source[place - 1] == UInt8(ascii: "\\")
      {
        if backward.last?.content != index + 1 {
          backward.append(Piece(content: index + 1, source: place + 1, isBehindPipe: true))
        }
        place -= 1
        backward.append(Piece(content: index, source: place))
      }
    }
    if backward.last?.content != line.lowerBound {
      backward.append(Piece(content: line.lowerBound, source: place))
    }
    pieces.append(contentsOf: backward.reversed())
    return true
  }
}
