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
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: text.span)
      return nil
    } catch {
      return text.startIndex + error.byteOffsets.lowerBound..<text.startIndex + error.byteOffsets.upperBound
    }
  }
}
