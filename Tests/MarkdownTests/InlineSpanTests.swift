import Diagnostics
import Markdown
import Testing

/// Places of inlines, above all where cmark's own are wrong.
@Suite struct InlineSpanTests {
  private func leaves(_ text: String) throws -> [String] {
    try ParsedText(text).places {
      switch $0 {
      case .text, .code, .htmlInline, .softBreak, .lineBreak, .footnoteReference: true
      default: false
      }
    }
  }

  private func links(_ text: String) throws -> [String] {
    try ParsedText(text).places { $0 == .link || $0 == .image }
  }

  @Test func findsBreaks() throws {
    #expect(try leaves("a  \nb\\\nc\nd\n") == ["a", "  \n", "b", "\\\n", "c", "\n", "d"])
  }

  @Test func findsBareURLsAndAddresses() throws {
    let text = "see https://a.example/b, www.c.example and d@e.example too\n"
    #expect(try links(text) == ["https://a.example/b", "www.c.example", "d@e.example"])
    #expect(
      try leaves(text) == [
        "see ", "https://a.example/b", ", ", "www.c.example", " and ", "d@e.example", " too",
      ])
  }

  @Test func findsAutolinksOnLaterLinesAndInQuotes() throws {
    #expect(try links("> a\n> b <http://c.example> d\n") == ["<http://c.example>"])
  }

  @Test func findsWhatFollowsAnEscapedPipeInACell() throws {
    let text = "| a | b |\n|---|---|\n| x \\| *y* \\| z | `c\\|d` [e](f) |\n"
    #expect(try ParsedText(text).places { $0 == .emphasis } == ["*y*"])
    #expect(try ParsedText(text).places { $0 == .code } == ["`c\\|d`"])
    #expect(try links(text) == ["[e](f)"])
    #expect(try leaves(text) == ["a", "b", "x \\| ", "y", " \\| z", "`c\\|d`", " ", "e"])
  }

  @Test func findsWhatFollowsCodeAcrossLines() throws {
    let text = "one `two\nthree` four *five*\nsix [seven](eight)\n"
    #expect(try ParsedText(text).places { $0 == .emphasis } == ["*five*"])
    #expect(try links(text) == ["[seven](eight)"])
    #expect(try ParsedText(text).places { $0 == .code } == ["`two\nthree`"])
  }

  @Test func findsWhatFollowsRawHTMLAndDestinationsAcrossLines() throws {
    #expect(try links("a <i\nb> [c](d\n\"e\") [f](g)\n[h](i)\n") == ["[c](d\n\"e\")", "[f](g)", "[h](i)"])
  }

  @Test func includesTheBackticksOfCode() throws {
    #expect(try leaves("a ``b ` c`` d\n") == ["a ", "``b ` c``", " d"])
  }

  @Test func findsTextOfTaskItems() throws {
    #expect(
      try leaves("- [ ] one\n      two *three*\n  four\n") == ["one", "\n", "two ", "three", "\n", "four"])
  }

  @Test func findsTextOfLazyLines() throws {
    #expect(try leaves("> > one\ntwo *three*\n> four\n") == ["one", "\n", "two ", "three", "\n", "four"])
  }

  @Test func findsTextBehindATabThatIsInPartTheIndentOfAnItem() throws {
    #expect(try leaves(" - a\n   - b\n\t*c* d\n") == ["a", "b", "\n", "c", " d"])
    #expect(try leaves("- a\n  1. b\n\t*c* d\n") == ["a", "b", "\n", "c", " d"])
  }

  @Test func findsTextOfAParagraphAboveATable() throws {
    let text = "one \\| *two*\nthree\n| a | b |\n|---|---|\n| c | *d* |\n"
    #expect(try ParsedText(text).places { $0 == .emphasis } == ["*two*", "*d*"])
    #expect(try ParsedText(text).places { $0 == .paragraph } == ["one \\| *two*\nthree"])
    #expect(try ParsedText(text).places { $0 == .tableCell } == ["a", "b", "c", "*d*"])
    #expect(try ParsedText(text).places { $0 == .table } == ["| a | b |\n|---|---|\n| c | *d* |"])
  }

  @Test func findsTextBehindDefinitions() throws {
    #expect(try leaves("[a]: /b\n  \"c\"\n[d]: /e\nf [a] g\n") == ["f ", "a", " g"])
    #expect(try leaves("[a]: /b\nf [a]\n===\n") == ["f ", "a"])
  }

  @Test func tellsNestedEmphasisApart() throws {
    let text = "***a** b*, **c*d***, _e_ and ~~f~~ ~g~\n"
    #expect(try ParsedText(text).places { $0 == .emphasis } == ["***a** b*", "*d*", "_e_"])
    #expect(try ParsedText(text).places { $0 == .strong } == ["**a**", "**c*d***"].map { $0 })
    #expect(try ParsedText(text).places { $0 == .strikethrough } == ["~~f~~", "~g~"])
  }

  @Test func findsTextWithEscapesAndReferences() throws {
    #expect(
      try leaves("\\*a\\* &amp;amp; &copy;&nGt;&#65;b *c*\n") == [
        "\\*a\\* &amp;amp; &copy;&nGt;&#65;b ", "c",
      ])
  }

  @Test func findsPartsOfText() throws {
    let parsed = try ParsedText("x **y**\\: a&lt;b: c\n")
    parsed.document.read { root in
      let text = root.firstChild?.lastChild
      #expect(text?.literal == ": a<b: c")
      if let text {
        #expect(parsed.text(at: parsed.document.span(of: 0..<1, inLiteralOf: text)) == "\\:")
        #expect(parsed.text(at: parsed.document.span(of: 2..<5, inLiteralOf: text)) == "a&lt;b")
        #expect(parsed.text(at: parsed.document.span(of: 7..<8, inLiteralOf: text)) == "c")
      }
    }
  }

  @Test func findsManyPartsOfTextInLinearTime() throws {
    let parsed = try ParsedText(String(repeating: "a&amp;", count: 50_000))
    try parsed.document.read { root in
      let text = try parsed.first({ $0 == .text }, in: root)
      for index in stride(from: 1, to: 100_000, by: 2) {
        let range = parsed.document.span(of: index..<index + 1, inLiteralOf: text).range
        if range.count != 5 { Issue.record("\(index) is at \(range)") }
      }
      #expect(parsed.document.span(of: 0..<1, inLiteralOf: text).range == 0..<1)
    }
  }

  @Test func findsDestinations() throws {
    let text =
      "[a](b) [c](<d e> 'f') [g][h] [h][] [h] ![i](j(k)) <ll:m> https://n.example [o]( p )\n\n[h]: q\n"
    let parsed = try ParsedText(text)
    let destinations = parsed.document.read { root in
      (root.firstChild?.children ?? root.children).filter { $0.kind == .link || $0.kind == .image }
        .map { parsed.text(at: parsed.document.spanOfDestination(of: $0)) }
    }
    #expect(destinations == ["b", "d e", "h", "h", "h", "j(k)", "ll:m", "https://n.example", "p"])
  }

  @Test func findsFootnoteMarks() throws {
    #expect(try leaves("a[^b] c[^d]\n\n[^b]: e\n") == ["a", "[^b]", " c[^d]", "e"])
  }

  @Test func countsBytesBehindFrontMatterAndMarks() throws {
    let text = "---\ntitle: é\n---\n# Ü *b*\n"
    let parsed = try ParsedText(text, from: text.utf8.count - "# Ü *b*\n".utf8.count)
    #expect(parsed.places { $0 == .emphasis } == ["*b*"])
    #expect(try ParsedText("\u{FEFF}# a *b*\n\nc *d*").places { $0 == .emphasis } == ["*b*", "*d*"])
    #expect(try ParsedText("\u{FEFF}# a").places { $0 == .heading(level: 1) } == ["# a"])
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func knowsAllLineEndings(_ end: String) throws {
    let text = ["# a", "", "b", "c *d*", "", "> e", "f"].joined(separator: end)
    #expect(try ParsedText(text).places { $0 == .emphasis } == ["*d*"])
    #expect(try leaves(text).last == "f")
  }
}
