/// A text file as it was read, with its path and the places of its lines.
///
/// Lines end as CommonMark ends them: at a line feed, a carriage return, or the two together
/// (CommonMark 0.31, section 2.1).
package struct SourceFile: Hashable, Sendable {
  /// Where the file lies, relative to the project, with `/` between its parts.
  package let path: String
  /// The content, byte for byte.
  package let bytes: [UInt8]
  /// The offset of each line's first byte, in rising order; never empty.
  private let lineStarts: [Int]

  /// - Parameters:
  ///   - path: where the file lies, relative to the project.
  ///   - bytes: its content, which need not be valid UTF-8.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    self.lineStarts = Self.lineStarts(of: bytes)
  }

  /// - Parameters:
  ///   - path: where the file lies, relative to the project.
  ///   - text: its content.
  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// How many lines the file has; a final line ending opens one more, empty line.
  package var lineCount: Int { lineStarts.count }

  /// The number of the line, counted from 1, that holds the byte at `offset`.
  ///
  /// - Parameter offset: a byte offset, 0 to the file's size; others are moved to the nearer end.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of a line without its ending.
  ///
  /// - Parameter line: a line's number from 1; a number outside the file gives an empty range at its end.
  package func range(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= lineStarts.count else { return bytes.count..<bytes.count }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") {
      end -= 1
    }
    return start..<end
  }

  /// The bytes of a line with its ending.
  ///
  /// - Parameter line: a line's number from 1; a number outside the file gives an empty range at its end.
  package func wholeRange(ofLine line: Int) -> Range<Int> {
    range(ofLine: line).lowerBound..<(line < lineStarts.count ? lineStarts[max(line, 0)] : bytes.count)
  }

  /// How its first line ends, for lines that are added; a line feed where there is one line only.
  package var lineEnding: String {
    guard lineStarts.count > 1 else { return "\n" }
    return text(in: range(ofLine: 1).upperBound..<lineStarts[1])
  }

  /// The line and column of a byte.
  ///
  /// - Parameter offset: a byte offset, 0 to the file's size; others are moved to the nearer end.
  package func position(at offset: Int) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    let line = line(at: offset)
    let column = 1 + characterCount(in: range(ofLine: line).lowerBound..<offset)
    return Position(line: line, column: column)
  }

  /// The size of the byte order mark that the file begins with, in bytes; 0 where it has none.
  package var byteOrderMarkSize: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// How many Unicode scalars begin in some bytes. A byte order mark at the start of the file is none.
  ///
  /// - Parameter range: byte offsets in the file.
  func characterCount(in range: Range<Int>) -> Int {
    var count = 0
    for byte in bytes[range] where byte & 0xC0 != 0x80 { count += 1 }
    // Editors neither show nor count it.
    let hasMark = range.lowerBound == 0 && range.upperBound >= 3 && byteOrderMarkSize > 0
    return hasMark ? count - 1 : count
  }

  /// The offset of a place that is given as a line and a column in bytes, as cmark gives it.
  ///
  /// - Parameters:
  ///   - line: a line's number from 1.
  ///   - column: a column in bytes from 1; beyond the line's end it means the line's end.
  /// - Returns: the offset, or nil where the file has no such line.
  package func offset(line: Int, byteColumn column: Int) -> Int? {
    guard line >= 1, line <= lineStarts.count, column >= 1 else { return nil }
    let range = range(ofLine: line)
    return min(range.lowerBound + column - 1, range.upperBound)
  }

  /// The offset of a place that is given as a line and a column in Unicode scalars, as libYAML gives it.
  ///
  /// - Parameters:
  ///   - line: a line's number from 1; beyond the last it means the file's end.
  ///   - column: a column in Unicode scalars from 1; beyond the line's end it means the line's end.
  package func offset(line: Int, scalarColumn column: Int) -> Int {
    let range = range(ofLine: line)
    var offset = range.lowerBound
    var remaining = column - 1
    while offset < range.upperBound, remaining > 0 {
      offset += 1
      while offset < range.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      remaining -= 1
    }
    return offset
  }

  /// A part of the file as a string; invalid UTF-8 shows as U+FFFD.
  package func text(in range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  private static func lineStarts(of bytes: [UInt8]) -> [Int] {
    var starts = [0]
    starts.reserveCapacity(bytes.count / 40 + 1)
    bytes.withUnsafeBytes { bytes in
      var index = 0
      while let next = nextControl(in: bytes, from: index) {
        index = next + 1
        if bytes[next] == UInt8(ascii: "\n") {
          starts.append(index)
        } else if bytes[next] == UInt8(ascii: "\r") {
          if index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
          starts.append(index)
        }
      }
    }
    return starts
  }

  /// Where the next byte below 0x10 is, as line endings are; looked for in eight bytes at a time.
  private static func nextControl(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    var index = start
    while index + 8 <= bytes.count {
      let block = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let high = block & 0xF0F0_F0F0_F0F0_F0F0
      // Of the bytes that are zero the first is marked, whatever the others are.
      let marks = (high &- 0x0101_0101_0101_0101) & ~high & 0x8080_8080_8080_8080
      if marks != 0 { return index + marks.trailingZeroBitCount / 8 }
      index += 8
    }
    return bytes[index...].firstIndex { $0 < 0x10 }
  }
}

/// A place in a file as people and editors name it.
package struct Position: Hashable, Sendable {
  /// The line, from 1.
  package let line: Int
  /// The column, from 1, in Unicode scalars: what SARIF 2.1.0 calls `unicodeCodePoints`.
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
