import Diagnostics
import Markdown

extension Rule {
  package static let imageAlternative = Rule(
    "image.no-alt", .warning,
    "An image has no alternative text, so those who do not see it learn nothing of it.")
}

extension PageReader {
  /// Checks that an image has a text for those who do not see it.
  mutating func checkAlternative(of image: Node) {
    guard image.plainText.isWhiteSpace else { return }
    diagnostics.append(
      Diagnostic(
        .imageAlternative, at: document.span(of: image), "this image has no alternative text",
        help: "say between [ and ] what the image shows"))
  }
}
