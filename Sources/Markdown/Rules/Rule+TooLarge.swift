import Diagnostics

extension Rule {
  package static let tooLarge = Rule(
    "markdown.too-large", .error,
    "A file is larger than a page may be.")
}

extension Diagnostic {
  static func tooLarge(_ source: SourceFile) -> Diagnostic {
    Diagnostic(
      .tooLarge, at: Span(path: source.path),
      "the file has more than \(Limits.fileSize) bytes",
      help: "split it into several pages")
  }
}
