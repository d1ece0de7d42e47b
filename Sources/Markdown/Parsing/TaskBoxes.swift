import Diagnostics

extension Document {
  /// Reads the check boxes of items anew: to cmark a box is checked wherever in its line `[x]` stands
  /// (`open_tasklist_item` in tasklist.c).
  ///
  /// - Parameter items: items that begin with a check box.
  func readBoxes(of items: [Node]) {
    for item in items {
      switch mark(in: range(of: item)) {
      case UInt8(ascii: " "): item.check(false)
      case UInt8(ascii: "x"), UInt8(ascii: "X"): item.check(true)
      // cmark has found the box on a later line of the item.
      default: break
      }
    }
  }

  /// What stands in the brackets behind an item's marker; nil where there are none.
  private func mark(in item: Range<Int>) -> UInt8? {
    let bytes = source.bytes[item]
    let text = bytes.drop { $0.isASCIIDigit }.dropFirst().drop { $0.isMarkdownSpace }
    guard text.first == UInt8(ascii: "["), text.dropFirst(2).first == UInt8(ascii: "]") else { return nil }
    return text.dropFirst().first
  }
}
