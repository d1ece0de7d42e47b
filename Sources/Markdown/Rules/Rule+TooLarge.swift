import Diagnostics

extension Rule {
  package static let tooLarge = Rule("markdown.too-large", .error)
}

extension Diagnostic {
  static func tooLarge(_ source: SourceFile) -> Diagnostic {
    Diagnostic(
      .tooLarge, at: source.span(0..<0),
      "the file has \(source.bytes.count) bytes; a page may have \(Limits.fileSize)",
      help: "split it into several pages")
  }
}
