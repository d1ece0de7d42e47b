import Diagnostics

extension Document {
  /// Reads the check boxes of items anew: to cmark a box is checked wherever in its line `[x]` stands
  /// (`open_tasklist_item` in tasklist.c).
  ///
  /// - Parameter items: items that begin with a check box.
  func readBoxes(of items: [Node]) {
    for item in items {
      let range = range(of: item)
      // An item's marker holds no bracket.
      guard let bracket = source.bytes[range].firstIndex(of: UInt8(ascii: "[")),
        bracket + 2 < range.upperBound,
        source.bytes[bracket + 2] == UInt8(ascii: "]")
      else { continue }
      item.check(source.bytes[bracket + 1] != UInt8(ascii: " "))
    }
  }
}
