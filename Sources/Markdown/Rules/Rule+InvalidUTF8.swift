import Diagnostics

extension Rule {
  package static let invalidUTF8 = Rule(
    "markdown.invalid-utf8", .error,
    "A file is not UTF-8, so its characters cannot be told.")
}

extension Diagnostic {
  static func invalidUTF8(_ bytes: ArraySlice<UInt8>, at span: Span) -> Diagnostic {
    let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
    return Diagnostic(
      .invalidUTF8, at: span, "the file is not valid UTF-8: \(digits.joined(separator: " ")) is no character",
      help: "save the file as UTF-8")
  }
}
