import Diagnostics

extension Rule {
  package static let foreignImage = Rule(
    "image.foreign", .error,
    "An image lies on another site, which would be told of each reader; the pages' security policy blocks it."
  )
}

extension Diagnostic {
  static func foreignImage(at span: Span) -> Diagnostic {
    Diagnostic(
      .foreignImage, at: span, "this image lies on another site",
      help: "save the image beside the page and name that file")
  }
}
