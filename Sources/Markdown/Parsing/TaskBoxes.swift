import Diagnostics

extension Document {
  /// Reads the check boxes of items anew: to cmark a box is checked wherever in its line `[x]` stands
  /// (`open_tasklist_item` in tasklist.c).
  ///
  /// - Parameter items: items that begin with a check box.
  func readBoxes(of items: [Node]) {
    for item in items {
      switch mark(inBoxOf: range(of: item)) {
      case UInt8(ascii: " "): item.check(false)
      case UInt8(ascii: "x"), UInt8(ascii: "X"): item.check(true)
      // cmark has found the box on a later line of the item.
      default: break
      }
    }
  }

  /// What stands in the box behind an item's marker; nil where cmark does not take it for one, since it looks
  /// for a box behind the first marker of a line (`_scan_tasklist` in ext_scanners.re).
  private func mark(inBoxOf item: Range<Int>) -> UInt8? {
    let line = source.range(ofLine: source.line(at: item.lowerBound))
    let lineStart = max(line.lowerBound, source.byteOrderMarkSize)
    guard lineStart <= item.lowerBound,
      source.bytes[lineStart..<item.lowerBound].allSatisfy(\.isMarkdownSpace)
    else { return nil }
    let marker = source.bytes[item.lowerBound..<line.upperBound]
    let text = marker.drop { $0.isASCIIDigit }.dropFirst().drop { $0.isMarkdownSpace }
    guard text.first == UInt8(ascii: "["), text.dropFirst(2).first == UInt8(ascii: "]"),
      text.dropFirst(3).first?.isMarkdownSpace == true
    else { return nil }
    return text.dropFirst().first
  }
}
