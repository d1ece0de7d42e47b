import Diagnostics
import Markdown
import Testing

/// Places of blocks.
@Suite struct BlockSpanTests {
  private func places(_ text: String, _ isMeant: (Node.Kind) -> Bool) throws -> [String] {
    try ParsedText(text).places(isMeant)
  }

  @Test func findsHeadings() throws {
    let text = "# A *b* ##\n\nC\nd\n---\n\n> ## e\n"
    #expect(
      try places(text) { if case .heading = $0 { true } else { false } } == [
        "# A *b* ##", "C\nd\n---", "## e",
      ])
  }

  @Test func findsTheTextOfAHeading() throws {
    let parsed = try ParsedText("##  A *b*  ##\n")
    parsed.document.read { root in
      if let heading = root.firstChild {
        #expect(parsed.text(at: parsed.document.spanOfText(of: heading)) == "A *b*")
      }
    }
  }

  @Test func findsListsAndItems() throws {
    let text = "a\n\n- b\n\n  c\n- [x] d\n  1. e\n\nf\n"
    #expect(try places(text) { $0 == .item } == ["- b\n\n  c", "1. e"])
    #expect(try places(text) { $0 == .taskItem(isChecked: true) } == ["- [x] d\n  1. e"])
    #expect(
      try places(text) { if case .list = $0 { true } else { false } } == [
        "- b\n\n  c\n- [x] d\n  1. e", "1. e",
      ])
  }

  @Test func findsQuotesCodeAndRules() throws {
    let text = "> a\nb\n\n```swift\nc\n```\n\n    d\n\n    e\n\n***\n<div>\nf\n</div>\n"
    #expect(try places(text) { $0 == .blockQuote } == ["> a\nb"])
    #expect(try places(text) { $0 == .codeBlock } == ["```swift\nc\n```", "d\n\n    e"])
    #expect(try places(text) { $0 == .thematicBreak } == ["***"])
    #expect(try places(text) { $0 == .htmlBlock } == ["<div>\nf\n</div>"])
  }

  @Test func findsRowsAndCells() throws {
    let text = "> - | a | b |\n>   |---|---|\n>   | c \\| | |\n>   d\n"
    #expect(
      try places(text) { if case .tableRow = $0 { true } else { false } } == [
        "| a | b |", "| c \\| | |", "d",
      ])
    // An empty cell has no place of its own, so it has that of its row.
    #expect(try places(text) { $0 == .tableCell } == ["a", "b", "c \\|", "| c \\| | |", "d", "d"])
  }

  @Test func findsAnEmptyDefinitionOfAFootnoteAtTheEndOfTheFile() throws {
    let places = try ParsedText("a[^1]\n\n[^1]:").places { $0 == .footnoteDefinition }
    #expect(places == ["[^1]:"])
  }

  @Test func findsDefinitionsOfFootnotes() throws {
    let text = "a[^b]\n\n[^b]: c\n\n    d\n"
    #expect(try places(text) { $0 == .footnoteDefinition } == ["[^b]: c\n\n    d"])
  }

  @Test func findsLinesOfCodeAndRawHTML() throws {
    let parsed = try ParsedText("> ```quiz\n> id: x\n>\n> points: 2\n> ```\n>\n> <div>\n>  <b>\n")
    try parsed.document.read { root in
      let code = try parsed.first({ $0 == .codeBlock }, in: root)
      #expect(code.literal == "id: x\n\npoints: 2\n")
      #expect(parsed.text(at: parsed.document.span(of: 4..<5, inLiteralOf: code)) == "x")
      #expect(parsed.text(at: parsed.document.span(of: 7..<13, inLiteralOf: code)) == "points")
      let html = try parsed.first({ $0 == .htmlBlock }, in: root)
      #expect(parsed.text(at: parsed.document.span(of: 7..<10, inLiteralOf: html)) == "<b>")
    }
  }
}
