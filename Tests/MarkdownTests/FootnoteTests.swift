import Markdown
import Testing

@Suite struct FootnoteTests {
  @Test func tellsLabelsNumbersAndOccurrences() throws {
    let parsed = try ParsedText(
      "a[^x'\"&] b[^y] c[^x'\"&]\n\n[^y]: Y\n\n[^x'\"&]: X \"class=\"footnote-backref\"\n")
    parsed.document.read { root in
      var references: [Node.FootnoteReference] = []
      var definitions: [Node.FootnoteDefinition] = []
      var walk = Walk(root)
      while let event = walk.next() {
        guard case .enter(let node) = event else { continue }
        if let reference = node.footnoteReference { references.append(reference) }
        if let definition = node.footnoteDefinition { definitions.append(definition) }
      }
      #expect(references.map(\.number) == [1, 2, 1])
      #expect(references.map(\.occurrence) == [1, 1, 2])
      #expect(definitions.map(\.references) == [2, 1])
      #expect(references.map(\.label) == [definitions[0].label, definitions[1].label, definitions[0].label])
    }
  }
}
