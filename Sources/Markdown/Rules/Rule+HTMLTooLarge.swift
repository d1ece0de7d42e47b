import Diagnostics

extension Rule {
  package static let htmlTooLarge = Rule("markdown.html-too-large", .error)
}

extension Diagnostic {
  /// The page's HTML, of which the writer has stopped to write more, is too large.
  package static func htmlTooLarge(_ source: SourceFile) -> Diagnostic {
    Diagnostic(
      .htmlTooLarge, at: source.span(0..<0),
      "the page would have more than \(Limits.htmlSize) bytes of HTML",
      help: "split it into several pages")
  }
}
