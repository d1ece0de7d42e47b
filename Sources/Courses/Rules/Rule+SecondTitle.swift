import Diagnostics

extension Rule {
  package static let secondTitle = Rule(
    "page.second-title", .error, isFixable: true,
    "A page has more than one title, so readers of its outline cannot tell what it is about.")
}

extension PageReader {
  /// Checks that the page has no second title.
  mutating func checkSecondTitle() {
    let titles = headings.filter { $0.level == 1 }
    for (index, heading) in headings.enumerated() where heading.level == 1 && heading.node != titles[0].node {
      let following = headings[(index + 1)...].prefix { $0.level > 1 }
      diagnostics.append(
        Diagnostic(
          .secondTitle, at: firstLine(of: heading.node), "this is a second title",
          help: "write it with two # or more; a page has one title",
          notes: [Diagnostic.Note("the title is here", at: firstLine(of: titles[0].node))],
          // Sections would no longer be told from what they are sections of.
          fixIt: following.contains { $0.level == 2 } ? nil : shifting([heading], to: 2)))
    }
  }
}
