/// A part of a source file.
package struct Span: Hashable, Sendable {
  /// The file's path, relative to the project.
  package let path: String
  /// The bytes meant; an empty range marks a place between two bytes, or the file as a whole at 0.
  package let range: Range<Int>

  /// - Parameters:
  ///   - path: the file's path, relative to the project.
  ///   - range: byte offsets in that file.
  package init(path: String, range: Range<Int>) {
    self.path = path
    self.range = range
  }
}

extension SourceFile {
  /// The span of some bytes of this file.
  package func span(_ range: Range<Int>) -> Span {
    Span(path: path, range: range)
  }

  /// The span of a line without the white space around its text.
  ///
  /// - Parameter line: a line's number from 1.
  package func span(ofLine line: Int) -> Span {
    var range = range(ofLine: line)
    let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    while let last = range.last, isSpace(bytes[last]) { range = range.dropLast() }
    while let first = range.first, isSpace(bytes[first]) { range = range.dropFirst() }
    return span(range)
  }
}
