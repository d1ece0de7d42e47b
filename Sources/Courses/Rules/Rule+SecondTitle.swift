import Diagnostics

extension Rule {
  package static let secondTitle = Rule(
    "page.second-title", .error,
    "A page has more than one title, so readers of its outline cannot tell what it is about.")
}

extension PageReader {
  /// Checks that the page has no second title.
  mutating func checkSecondTitle() {
    let titles = headings.filter { $0.level == 1 }
    for heading in titles.dropFirst() {
      diagnostics.append(
        Diagnostic(
          .secondTitle, at: firstLine(of: heading.node), "this is a second title",
          help: "write it with two # or more; a page has one title",
          notes: [Diagnostic.Note("the title is here", at: firstLine(of: titles[0].node))]))
    }
  }
}
