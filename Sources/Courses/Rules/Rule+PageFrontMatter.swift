import Diagnostics

extension Rule {
  package static let pageFrontMatter = Rule(
    "page.front-matter", .error,
    "A page other than an overview begins with settings, which nothing reads.")
}

extension PageReader {
  /// Checks that no page but an overview begins with front matter.
  mutating func checkFrontMatter() {
    guard id.kind != .overview, FrontMatter.block(in: source)?.end != nil else { return }
    diagnostics.append(
      Diagnostic(
        .pageFrontMatter, at: source.span(ofLine: 1), "only an overview begins with settings",
        help: "remove all from this line to the next ---, or move it to the lesson's overview.md"))
  }
}
