import Diagnostics
import Markdown

extension Rule {
  package static let emptyHeading = Rule(
    "heading.empty", .error,
    "A heading has no text, so neither its link nor its line in the list of contents has a name.")
}

extension PageReader {
  /// Checks that headings have text, or an image with a description. A question's heading without text is
  /// reported as one without kind.
  mutating func checkEmptyHeadings() {
    for heading in headings where heading.text.isWhiteSpace {
      if id.kind == .practice, heading.level >= 3 { continue }
      diagnostics.append(
        Diagnostic(
          .emptyHeading, at: firstLine(of: heading.node), "this heading has no text",
          help: "write its text behind the #, or remove the line"))
    }
  }
}
