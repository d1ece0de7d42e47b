import Diagnostics

extension Rule {
  package static let tooLarge = Rule("markdown.too-large", .error)
}

extension Diagnostic {
  static func tooLarge(_ source: SourceFile) -> Diagnostic {
    Diagnostic(
      .tooLarge, at: source.span(0..<0),
      "the file has more than \(Limits.fileSize) bytes",
      help: "split it into several pages")
  }
}
