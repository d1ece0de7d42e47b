import Foundation

/// A file of a test that holds several files and what is expected of them.
///
/// A line such as `==> Content/track.yml` opens each part; what stands before the first such line
/// explains the example. `\xNN` in a part stands for a byte that a text file should not hold.
package struct Example {
  /// What stands before the first part.
  package let comment: String
  /// The parts in order, each with its name and its text.
  package private(set) var parts: [(name: String, text: String)]

  private static let marker = "==> "

  /// - Parameter text: the file's text.
  package init(_ text: String) {
    var comment = ""
    var parts: [(name: String, text: String)] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(Self.marker) {
        parts.append((String(line.dropFirst(Self.marker.count)), ""))
      } else if parts.isEmpty {
        comment += line + "\n"
      } else {
        parts[parts.count - 1].text += line + "\n"
      }
    }
    // The last line feed closes the last line and opens none.
    if parts.isEmpty { comment.removeLast() } else { parts[parts.count - 1].text.removeLast() }
    self.comment = comment
    self.parts = parts
  }

  /// The text of the part with a name.
  package subscript(name: String) -> String? {
    get { parts.first { $0.name == name }?.text }
    set {
      parts.removeAll { $0.name == name }
      if let newValue { parts.append((name, newValue)) }
    }
  }

  /// The parts that are no expectation.
  package var input: [(name: String, text: String)] {
    parts.filter { $0.name != "diagnostics" && !$0.name.hasPrefix(Self.fixedPrefix) }
  }

  private static let fixedPrefix = "fixed "

  /// Sets what is expected of the example.
  ///
  /// - Parameters:
  ///   - diagnostics: what is printed.
  ///   - files: the files that fix-its change, with their new text.
  package mutating func expect(_ diagnostics: String, fixed files: [(name: String, text: String)]) {
    parts = input + [("diagnostics", diagnostics)] + files.map { (Self.fixedPrefix + $0.name, $0.text) }
  }

  /// The bytes of a part, `\xNN` replaced by the byte that it stands for.
  package static func bytes(of text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Substring(text)
    while let escape = rest.range(of: "\\x") {
      bytes += rest[..<escape.lowerBound].utf8
      let digits = rest[escape.upperBound...].prefix(2)
      if digits.count == 2, let byte = UInt8(digits, radix: 16) {
        bytes.append(byte)
        rest = rest[digits.endIndex...]
      } else {
        bytes += "\\x".utf8
        rest = rest[escape.upperBound...]
      }
    }
    return bytes + rest.utf8
  }

  /// The file's text.
  package var text: String {
    comment + parts.map { "\(Self.marker)\($0.name)\n\($0.text)" }.joined()
  }
}
