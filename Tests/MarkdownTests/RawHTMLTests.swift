import Markdown
import TestSupport
import Testing

@Suite struct RawHTMLTests {
  /// Each piece as it is written, with a letter for what it is.
  private func pieces(_ literal: String) -> [String] {
    RawHTML.tokens(of: literal).map { token in
      let text = String(decoding: Array(literal.utf8)[token.range], as: UTF8.self)
      return switch token.kind {
      case .tag: "T\(text)"
      case .comment: "C\(text)"
      case .text: "t\(text)"
      case .other: "o\(text)"
      }
    }
  }

  private func tag(_ literal: String) throws -> RawHTML.Tag {
    guard case .tag(let tag) = RawHTML.tokens(of: literal).first?.kind else {
      return try #require(nil, "\(literal) is a tag")
    }
    return tag
  }

  @Test func tellsTagsTextAndCommentsApart() {
    #expect(
      pieces("<details open>\n<summary>a < b</summary> <!-- c --> d") == [
        "T<details open>", "t\n", "T<summary>", "ta < b", "T</summary>", "t ", "C<!-- c -->", "t d",
      ])
  }

  @Test func knowsWhatIsNeither() {
    #expect(
      pieces("<!DOCTYPE html><?php ?><![CDATA[a]]>") == ["o<!DOCTYPE html>", "o<?php ?>", "o<![CDATA[a]]>"])
    #expect(pieces("<!-- a") == ["o<!-- a"])
    #expect(pieces("<!--><!---><!-- -- -->") == ["C<!-->", "C<!--->", "C<!-- -- -->"])
  }

  @Test(arguments: [
    "<", "< a>", "</ a>", "<1>", "<a", "<a b=\"c>", "<a b='>", "<a b=>", "<a/ >", "<a b\"c\">", "<é>",
  ])
  func takesWhatIsNoTagForText(_ literal: String) {
    #expect(pieces(literal) == ["t\(literal)"])
  }

  @Test func readsAttributes() throws {
    let tag = try tag("<ABBR title=\"a &amp; b\" Lang = 'de'\n dir=ltr open hidden=\"\"/>")
    #expect(tag.name == "abbr")
    #expect(tag.isSelfClosing && !tag.isClosing)
    #expect(tag.attributes.map(\.name) == ["title", "lang", "dir", "open", "hidden"])
    #expect(tag.attributes.map(\.value) == ["a &amp; b", "de", "ltr", nil, ""])
    #expect(tag.attributes.map(\.range) == [6..<23, 24..<35, 37..<44, 45..<49, 50..<59])
    #expect(try self.tag("</KBD >").isClosing)
  }

  @Test func coversEveryByteOfAnyInput() {
    var random = SeededGenerator(seed: 1)
    let parts = [
      "<", ">", "/", "!", "-", "--", "a", "b=", "\"", "'", " ", "\n", "?", "[CDATA[", "]]>", "é", "=",
    ]
    for _ in 0..<2000 {
      let literal = (0..<20).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      var end = 0
      for token in RawHTML.tokens(of: literal) {
        #expect(token.range.lowerBound == end && !token.range.isEmpty)
        end = token.range.upperBound
      }
      #expect(end == literal.utf8.count)
    }
  }

  @Test func takesLinearTime() {
    // Quadratic time would be minutes here.
    for part in ["<a ", "<a b=\"", "<!--", "<!A", "<?", "<![CDATA[", "<a b='\"", "</a "] {
      let tokens = RawHTML.tokens(of: String(repeating: part, count: 200_000))
      #expect(!tokens.isEmpty)
    }
  }
}
