import Diagnostics
import Markdown

extension Rule {
  package static let missingTitle = Rule(
    "page.no-title", .error,
    "A page does not begin with a title, which names it in lists, in the browser and in search results.")
}

extension PageReader {
  /// Checks that the page begins with a title.
  mutating func checkTitle(of root: Node) {
    // Settings without an end are reported for themselves; what follows them is not the author's Markdown.
    if id.kind == .overview, let block = FrontMatter.block(in: source), block.end == nil { return }
    guard let title = headings.first(where: { $0.level == 1 }) else {
      // In a practice page a # without a space after it is reported for itself.
      if id.kind == .practice, let first = root.firstChild, first.kind == .paragraph,
        first.plainText.hasPrefix("#")
      {
        return
      }
      diagnostics.append(
        Diagnostic(
          .missingTitle, at: source.span(0..<0), "this page has no title",
          help: "begin it with a line such as: # The title of the page"))
      return
    }
    let first = root.children.first { $0.kind != .htmlBlock }
    if first != title.node {
      diagnostics.append(
        Diagnostic(
          .missingTitle, at: firstLine(of: title.node), "the page does not begin with its title",
          help: "move the title above all else"))
    }
  }
}
