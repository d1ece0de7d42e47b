/// A part of a source file, or a file or folder as such.
package struct Span: Hashable, Sendable {
  /// The path, relative to the project.
  package let path: String
  /// The bytes meant; an empty range marks a place between two bytes.
  package let range: Range<Int>
  /// Whether the file or folder as such is meant and not a place in its text; `range` is then 0..<0.
  package let isPath: Bool

  /// - Parameters:
  ///   - path: the file's path, relative to the project.
  ///   - range: byte offsets in that file.
  package init(path: String, range: Range<Int>) {
    self.path = path
    self.range = range
    self.isPath = false
  }

  /// A file or folder as such, such as an image that nobody shows or a folder that nobody lists.
  ///
  /// - Parameter path: its path, relative to the project.
  package init(path: String) {
    self.path = path
    self.range = 0..<0
    self.isPath = true
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
