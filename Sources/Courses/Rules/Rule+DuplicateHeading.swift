import Diagnostics

extension Rule {
  package static let duplicateHeading = Rule(
    "heading.duplicate", .warning,
    "Two headings of a page have the same text, so readers and links cannot tell them apart.")
}

extension PageReader {
  /// Checks that no two headings have the same text. Questions are left out: they have ids of their own.
  mutating func checkDuplicateHeadings() {
    var first: [String: Int] = Dictionary(minimumCapacity: headings.count)
    for (index, heading) in headings.enumerated() where heading.level > 1 && !heading.text.isEmpty {
      if id.kind == .practice, heading.level == 3 { continue }
      guard let other = first.updateValue(index, forKey: heading.text) else { continue }
      first[heading.text] = other
      diagnostics.append(
        Diagnostic(
          .duplicateHeading, at: firstLine(of: heading.node), "two headings say “\(heading.text)”",
          help: "name one of them more exactly; links to the second break when the first goes",
          notes: [Diagnostic.Note("the other is here", at: firstLine(of: headings[other].node))]))
    }
  }
}
