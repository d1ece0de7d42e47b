import Diagnostics
import Markdown
import Testing

@Suite struct RawHTMLCheckTests {
  /// The id of each broken rule with the source at its place.
  private func problems(_ text: String) throws -> [String] {
    let parsed = try ParsedText(text)
    return parsed.document.read { root in
      RawHTMLCheck.diagnostics(of: parsed.document, in: root.children).map {
        "\($0.rule.id.dropFirst("markdown.".count)) \(parsed.text(at: $0.span))"
      }
    }
  }

  private func help(_ text: String) throws -> String? {
    let parsed = try ParsedText(text)
    return parsed.document.read { root in
      RawHTMLCheck.diagnostics(of: parsed.document, in: root.children).first?.help
    }
  }

  @Test func acceptsTheElementsAndAttributesOfPages() throws {
    let text = """
      a<br>b<wbr> <kbd>c</kbd> H<sub>2</sub> x<sup>2</sup> <abbr title="d">e</abbr> <mark>f *g*</mark> <ins>h</ins>
      <small>i</small> <bdi dir="auto">j</bdi> <bdo dir="rtl">k</bdo> <ruby lang="ja">l<rp>(</rp><rt>m</rt></ruby>
      <br/> <KBD>n</KBD> <!-- o --> | p

      <details open>
      <summary>q <b</summary>

      r

      <details><summary>s</summary></details>

      </details>

      <!-- t <b> -->

      """
    #expect(try problems(text) == [])
  }

  @Test func tellsOfTheFirstForeignElementOfEachBlock() throws {
    #expect(
      try problems("a <b>c</b> <i>d</i>\n\n<div>\n<p>e\n</div>\n\n- <script>\n") == [
        "raw-html <b>", "raw-html <div>", "raw-html <script>",
      ])
    #expect(try problems("a <?b?> c\n\n<!DOCTYPE html>\n") == ["raw-html <?b?>", "raw-html <!DOCTYPE html>"])
  }

  @Test func placesForeignElementsInQuotesCellsAndLaterLines() throws {
    #expect(try problems("> a\n> b\n>\n> <div>\n>  <table>\n") == ["raw-html <div>"])
    #expect(try problems("| a | b |\n|---|---|\n| \\| | c <b> |\n") == ["raw-html <b>"])
    #expect(try problems("a `b\nc` <img\nsrc=d>\n") == ["raw-html <img\nsrc=d>"])
  }

  @Test(arguments: [
    ("<b>", "**bold**"), ("<em>", "*emphasis*"), ("<img src=a>", "![what"), ("<a href=b>", "[text]("),
    ("<tr>", "| head"),
    ("<h2>", "## Heading"), ("<iframe>", "details"),
  ]) func namesTheMarkdownThatDoesTheSame(_ tag: String, _ markdown: String) throws {
    #expect(try help("x \(tag) y\n")?.contains(markdown) == true)
  }

  @Test func refusesBlockElementsInText() throws {
    #expect(try problems("a <details>b</details>\n") == ["raw-html <details>"])
  }

  @Test func refusesOtherAttributes() throws {
    #expect(
      try problems("<kbd style=\"x\" class=y>a</kbd> <abbr title=b title=c onclick>d</abbr>\n") == [
        "raw-html-attribute style=\"x\"", "raw-html-attribute class=y", "raw-html-attribute title=c",
        "raw-html-attribute onclick",
      ])
    #expect(
      try problems("<bdo dir=up lang>a</bdo> <kbd open lang=\"a b\">b</kbd>\n") == [
        "raw-html-attribute dir=up", "raw-html-attribute lang", "raw-html-attribute open",
        "raw-html-attribute lang=\"a b\"",
      ])
  }

  @Test func demandsBalanceWithinTheContainer() throws {
    #expect(
      try problems("<kbd>a\n\nb</kbd>\n") == ["raw-html-unbalanced <kbd>", "raw-html-unbalanced </kbd>"])
    #expect(
      try problems("*<kbd>a* b</kbd>\n") == ["raw-html-unbalanced <kbd>", "raw-html-unbalanced </kbd>"])
    #expect(try problems("<sub><sup>a</sub></sup>\n") == ["raw-html-unbalanced </sub>"])
    #expect(try problems("a</br> b\n") == ["raw-html-unbalanced </br>"])
    #expect(
      try problems("- <details>\n- b\n\n</details>\n") == [
        "raw-html-unbalanced <details>", "raw-html-unbalanced </details>",
      ])
    #expect(try problems("<details>\n\na\n") == ["raw-html-unbalanced <details>"])
    #expect(
      try problems("<mark>\n\na\n\n</mark>\n") == [
        "raw-html-unbalanced <mark>", "raw-html-unbalanced </mark>",
      ])
    #expect(
      try problems("<details>\n<summary>a\n\nb</summary>\n\n</details>\n").first
        == "raw-html-unbalanced <summary>")
  }

  @Test func takesLinearTimeForManyTagsOfABlock() throws {
    // Quadratic time would be minutes here.
    let block =
      "<summary>\n" + String(repeating: "<kbd>", count: 20_000) + String(repeating: "<sub>\n", count: 20_000)
    #expect(try problems(block).count == 40_001)
  }
}
