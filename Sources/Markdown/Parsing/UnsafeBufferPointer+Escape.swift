extension UnsafeBufferPointer<UInt8> {
  /// Whether a backslash makes the byte at an index text, where backslashes escape.
  func isEscaped(at index: Int) -> Bool {
    self[..<index].reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
  }
}
