import Diagnostics
import Glibc

/// Checks that a file is text of a size that can be parsed.
enum BytesCheck {
  /// What is wrong with the file as a whole; at most one diagnostic of each rule.
  ///
  /// - Parameters:
  ///   - source: the file.
  ///   - start: where its Markdown begins; what stands before that is for its own reader to check.
  static func diagnostics(of source: SourceFile, from start: Int) -> [Diagnostic] {
    guard source.bytes.count <= Limits.fileSize else { return [.tooLarge(source)] }
    var diagnostics: [Diagnostic] = []
    let text = source.bytes[min(start, source.bytes.count)...]
    if let offset = firstNUL(in: text) {
      diagnostics.append(.nul(at: source.span(offset..<offset + 1)))
    }
    if let range = firstInvalidRange(in: text) {
      diagnostics.append(.invalidUTF8(source.bytes[range], at: source.span(range)))
    }
    return diagnostics
  }

  private static func firstNUL(in text: ArraySlice<UInt8>) -> Int? {
    text.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, let found = memchr(start, 0, bytes.count) else { return nil }
      return text.startIndex + (UnsafeRawPointer(found) - start)
    }
  }

  private static func firstInvalidRange(in text: ArraySlice<UInt8>) -> Range<Int>? {
    var start = text.startIndex
    while let unusual = unusualPart(of: text[start...]) {
      do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: text[unusual].span)
      } catch {
        return unusual.lowerBound + error.byteOffsets.lowerBound..<unusual.lowerBound
          + error.byteOffsets.upperBound
      }
      start = unusual.upperBound
    }
    return nil
  }

  /// The first part that is not ASCII, with some of what is around it, so that it begins and ends between
  /// characters: whole blocks of ASCII are passed over sooner than the library checks them.
  private static func unusualPart(of text: ArraySlice<UInt8>) -> Range<Int>? {
    let blockSize = 32
    return text.withUnsafeBytes { bytes in
      let isASCII = { (start: Int) in
        var bits: UInt64 = 0
        for offset in stride(from: start, to: start + blockSize, by: 8) {
          bits |= bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        }
        return bits & 0x8080_8080_8080_8080 == 0
      }
      var start = 0
      while start + blockSize <= bytes.count, isASCII(start) { start += blockSize }
      guard start < bytes.count else { return nil }
      var end = min(start + blockSize, bytes.count)
      while end < bytes.count, end + blockSize > bytes.count || !isASCII(end) {
        end = min(end + blockSize, bytes.count)
      }
      return text.startIndex + start..<text.startIndex + end
    }
  }
}
