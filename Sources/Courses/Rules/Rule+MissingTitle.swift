import Diagnostics
import Markdown

extension Rule {
  package static let missingTitle = Rule(
    "page.no-title", .error, isFixable: true,
    "A page does not begin with a title, which names it in lists, in the browser and in search results.")
}

extension PageReader {
  /// Checks that the page begins with a title.
  mutating func checkTitle(of root: Node) {
    // Settings without an end are reported for themselves; what follows them is not the author's Markdown.
    if id.kind == .overview, let block = FrontMatter.block(in: source), block.end == nil { return }
    let first = root.children.first { $0.kind != .htmlBlock }
    guard let title = headings.first(where: { $0.level == 1 }) else {
      let hash = first.flatMap(gluedHash(opening:))
      // In a practice page a # without a space after it is reported for itself.
      if id.kind == .practice, let first, first.kind == .paragraph, first.plainText.hasPrefix("#") { return }
      let help = "put a space after the #"
      diagnostics.append(
        Diagnostic(
          .missingTitle, at: hash ?? source.span(0..<0), "this page has no title",
          help: hash == nil ? "begin it with a line such as: # The title of the page" : help,
          fixIt: hash.map { FixIt(help, in: source.path, [.insert(" ", at: $0.range.upperBound)]) }))
      return
    }
    if first != title.node {
      diagnostics.append(
        Diagnostic(
          .missingTitle, at: firstLine(of: title.node), "the page does not begin with its title",
          help: "move the title above all else"))
    }
  }

  /// The `#` with which a paragraph opens that was surely meant as a title.
  private func gluedHash(opening block: Node) -> Span? {
    guard block.kind == .paragraph else { return nil }
    let start = document.span(of: block).range.lowerBound
    let text = source.text(in: start..<source.range(ofLine: source.line(at: start)).upperBound)
    guard text.hasPrefix("#"), text.dropFirst().first?.isLetter == true else { return nil }
    return source.span(start..<start + 1)
  }
}
