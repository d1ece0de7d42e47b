/// What may open blocks at the start of a line: the markers of quotes, items and footnotes.
struct LineStart {
  /// How many blocks the markers open at most.
  private(set) var containers = 0
  /// Where the first label of a footnote stands. On a line that goes on with a paragraph it may be that of a
  /// link, which the line alone does not tell.
  private(set) var footnoteStart: Int?
  /// Where the markers and the white space after them end.
  private(set) var textStart: Int

  /// - Parameters:
  ///   - bytes: the file.
  ///   - line: the line's bytes, without its ending.
  init(of bytes: UnsafeBufferPointer<UInt8>, in line: Range<Int>) {
    var index = line.lowerBound
    textStart = index
    while true {
      while index < line.upperBound, bytes[index].isMarkdownSpace { index += 1 }
      textStart = index
      guard index < line.upperBound else { return }
      let end: Int?
      switch bytes[index] {
      case UInt8(ascii: ">"):
        containers += 1
        end = index + 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        containers += 2
        end = Self.space(after: index + 1, of: bytes, in: line)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        containers += 2
        end = Self.orderedMarker(at: index, of: bytes, in: line)
      case UInt8(ascii: "["):
        containers += 1
        end = Self.footnoteLabel(at: index, of: bytes, in: line)
        if end != nil, footnoteStart == nil { footnoteStart = index }
      default:
        return
      }
      guard let end else { return }
      index = end
    }
  }

  private static func space(
    after index: Int, of bytes: UnsafeBufferPointer<UInt8>, in line: Range<Int>
  ) -> Int? {
    index == line.upperBound || bytes[index].isMarkdownSpace ? index : nil
  }

  private static func orderedMarker(
    at start: Int, of bytes: UnsafeBufferPointer<UInt8>, in line: Range<Int>
  ) -> Int? {
    var index = start
    while index < line.upperBound, index < start + 9, bytes[index].isASCIIDigit { index += 1 }
    guard index < line.upperBound, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")")
    else { return nil }
    return space(after: index + 1, of: bytes, in: line)
  }

  /// The end of a footnote's label with its colon (`_scan_footnote_definition` in scanners.re). What it does
  /// not take, such as `[^]:`, is the label of a link.
  private static func footnoteLabel(
    at start: Int, of bytes: UnsafeBufferPointer<UInt8>, in line: Range<Int>
  ) -> Int? {
    let labelStart = start + 2
    guard labelStart < line.upperBound, bytes[start + 1] == UInt8(ascii: "^") else { return nil }
    let end = bytes[labelStart..<line.upperBound].firstIndex {
      $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t")
    }
    guard let end, end > labelStart, bytes[end] == UInt8(ascii: "]"), end + 1 < line.upperBound,
      bytes[end + 1] == UInt8(ascii: ":")
    else { return nil }
    return end + 2
  }
}

extension UInt8 {
  /// Whether it is white space within a line for cmark.
  var isMarkdownSpace: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == 0x0B || self == 0x0C
  }

  /// Whether it is an ASCII digit.
  var isASCIIDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  /// Whether it is an ASCII letter.
  var isASCIILetter: Bool { self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z") }

  /// Whether it is ASCII punctuation, which a backslash escapes (CommonMark 0.31, section 2.4).
  var isASCIIPunctuation: Bool {
    self > 0x20 && self < 0x7F && !isASCIIDigit && !isASCIILetter
  }
}
