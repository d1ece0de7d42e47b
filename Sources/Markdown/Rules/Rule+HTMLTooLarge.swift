import Diagnostics

extension Rule {
  package static let htmlTooLarge = Rule(
    "markdown.html-too-large", .error,
    "A page would have more HTML than a browser can be asked to load.")
}

extension Diagnostic {
  /// The page's HTML, of which the writer has stopped to write more, is too large.
  package static func htmlTooLarge(_ source: SourceFile) -> Diagnostic {
    Diagnostic(
      .htmlTooLarge, at: Span(path: source.path),
      "the page would have more than \(Limits.htmlSize) bytes of HTML",
      help: "split it into several pages")
  }
}
