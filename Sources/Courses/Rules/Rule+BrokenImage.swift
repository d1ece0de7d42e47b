import Diagnostics

extension Rule {
  package static let brokenImage = Rule(
    "image.broken", .error, isFixable: true,
    "An image names a file that is not there.")
}

extension Diagnostic {
  static func pageAsImage(_ destination: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .brokenImage, at: span, "“\(destination)” is a page and no image",
      help: "name a file such as images/drawing.png")
  }
}
