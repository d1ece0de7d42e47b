import Diagnostics
import Glibc

/// Checks that a file is text of a size that can be parsed.
enum BytesCheck {
  /// What is wrong with the file as a whole; at most one diagnostic of each rule.
  static func diagnostics(of source: SourceFile) -> [Diagnostic] {
    guard source.bytes.count <= Limits.fileSize else { return [.tooLarge(source)] }
    var diagnostics: [Diagnostic] = []
    if let offset = firstNUL(in: source.bytes) {
      diagnostics.append(.nul(at: source.span(offset..<offset + 1)))
    }
    if let range = firstInvalidRange(in: source.bytes) {
      diagnostics.append(.invalidUTF8(source.bytes[range], at: source.span(range)))
    }
    return diagnostics
  }

  private static func firstNUL(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, let found = memchr(start, 0, bytes.count) else { return nil }
      return UnsafeRawPointer(found) - start
    }
  }

  private static func firstInvalidRange(in bytes: [UInt8]) -> Range<Int>? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets
    }
  }
}
