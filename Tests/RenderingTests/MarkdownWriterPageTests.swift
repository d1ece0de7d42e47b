import Diagnostics
import HTML
import Markdown
import Testing

@testable import Rendering

/// What pages add to plain Markdown.
@Suite struct MarkdownWriterPageTests {
  private func html(
    _ text: String, marks: [PageStyle.HeadingMark] = [], sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let parsed = Document.parse(SourceFile(path: "a.md", text: text))
    return try #require(parsed.document, sourceLocation: sourceLocation).read { root in
      let headings = root.children.filter { if case .heading = $0.kind { true } else { false } }
      let style = PageStyle(
        words: .english, address: { "site/\($0)" },
        headings: Dictionary(uniqueKeysWithValues: zip(headings, marks)))
      var writer = MarkdownWriter(.page(style))
      writer.write(root)
      writer.finish()
      return writer.html.string
    }
  }

  @Test func linksHeadings() throws {
    let mark = PageStyle.HeadingMark(level: 3, id: "a-b", text: "A b", formerIDs: ["old"])
    #expect(
      try html("## A *b*\n", marks: [mark])
        == "<a id=\"old\"></a><div class=\"heading\"><h3 id=\"a-b\">A <em>b</em></h3>"
        + "<a class=\"anchor\" href=\"#a-b\" aria-label=\"Link to section: A b\"></a></div>\n")
    #expect(try html("## A\n") == "<h2>A</h2>\n")
  }

  @Test func rewritesLinksAndImages() throws {
    #expect(
      try html("[a](b.md) ![*c*](d.png \"e\") f\\\ng\n")
        == "<p><a href=\"site/b.md\">a</a> <img src=\"site/d.png\" alt=\"c\" title=\"e\"> f<br>\ng</p>\n")
  }

  @Test func makesFiguresOfImagesThatStandAlone() throws {
    #expect(
      try html("![a](b \"c\")\n\n![d](e)\n")
        == "<figure><img src=\"site/b\" alt=\"a\"><figcaption>c</figcaption></figure>\n"
        + "<figure><img src=\"site/e\" alt=\"d\"></figure>\n")
  }

  @Test func namesCheckBoxes() throws {
    #expect(
      try html("- [x] a\n- [ ] b\n")
        == "<ul class=\"tasks\">\n<li><input type=\"checkbox\" checked disabled aria-label=\"Done\"> a</li>\n"
        + "<li><input type=\"checkbox\" disabled aria-label=\"Not done\"> b</li>\n</ul>\n")
    #expect(
      try html("1. [ ] a\n\n   b\n")
        == "<ol class=\"tasks\">\n<li>\n<p><input type=\"checkbox\" disabled aria-label=\"Not done\"> a</p>\n<p>b</p>\n</li>\n</ol>\n"
    )
  }

  @Test func keepsTheBoxOfATaskThatIsAnImage() throws {
    let written = try html("- [ ] ![a](b \"c\")\n\n  d\n")
    #expect(
      written
        == "<ul class=\"tasks\">\n<li>\n<p><input type=\"checkbox\" disabled aria-label=\"Not done\"> "
        + "<img src=\"site/b\" alt=\"a\" title=\"c\"></p>\n<p>d</p>\n</li>\n</ul>\n")
  }

  @Test func namesAndAlignsTables() throws {
    let table = "| a | `b` | |\n|:--|:-:|--:|\n| c | d | e |\n"
    let written = try html(table + "\n" + table)
    #expect(
      written.hasPrefix(
        "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Table 1: a, b\"><table>\n<thead>\n<tr>\n"
          + "<th scope=\"col\" class=\"start\">a</th>\n<th scope=\"col\" class=\"center\"><code>b</code></th>\n"
      ))
    #expect(written.contains("<td class=\"end\">e</td>\n</tr>\n</tbody>\n</table></div>\n"))
    #expect(written.contains("aria-label=\"Table 2: a, b\""))
    #expect(!written.contains("align="))
  }

  @Test func focusesCode() throws {
    #expect(
      try html("```swift x\n<\n```\n\n    a\n")
        == "<pre tabindex=\"0\"><code class=\"language-swift\">&lt;\n</code></pre>\n<pre tabindex=\"0\"><code>a\n</code></pre>\n"
    )
  }

  @Test(arguments: [("NOTE", "note", "Note"), ("tip", "tip", "Tip"), ("Caution", "caution", "Caution")])
  func makesAlerts(_ marker: String, _ name: String, _ title: String) throws {
    #expect(
      try html("> [!\(marker)]\n> a\n>\n> b\n")
        == "<div class=\"alert \(name)\">\n<p class=\"alert-title\">\(title)</p>\n<p>a</p>\n<p>b</p>\n</div>\n"
    )
  }

  @Test func leavesOtherQuotesAlone() throws {
    #expect(try html("> [!NOTES]\n> a\n") == "<blockquote>\n<p>[!NOTES]\na</p>\n</blockquote>\n")
    #expect(try html("> [!NOTE] a\n") == "<blockquote>\n<p>[!NOTE] a</p>\n</blockquote>\n")
  }

  @Test func writesAllowedRawHTMLAnew() throws {
    #expect(
      try html("a <KBD Title='b&quot;&amp;<' >c</KBD  ><BR/><!-- d --> <abbr title=e&f>g</abbr>\n")
        == "<p>a <kbd title=\"b&quot;&amp;&lt;\">c</kbd><br> <abbr title=\"e&amp;f\">g</abbr></p>\n")
    #expect(
      try html("<details open=\"\">\n<summary>a &eacute; & b</summary>\n\nc\n\n</details>\n\n<!-- d -->\n")
        == "<details open>\n<summary>a &eacute; &amp; b</summary>\n<p>c</p>\n</details>\n")
  }

  @Test func leavesOutWhatIsNotAllowed() throws {
    #expect(try html("a <b onclick=c>d</b> <kbd style=e>f</kbd> <?g?>\n") == "<p>a d <kbd>f</kbd> </p>\n")
    #expect(try html("<script>\nalert(\"</div>\")\n</script>\n") == "\nalert(&quot;&quot;)\n")
  }

  @Test func countsTheFootnotesOfTheTitleWithThoseOfTheText() {
    let page = Fragment.page(of: SourceFile(path: "a.md", text: "# A[^1]\n\nb[^1]\n\n[^1]: c\n"))
    let html = String(decoding: page.html, as: UTF8.self)
    #expect(page.diagnostics.isEmpty)
    #expect(html.hasPrefix("<h1 id=\"a\">A<sup class=\"fn\"><a id=\"ref.1\" href=\"#fn.1\""))
    #expect(html.contains("<p>b<sup class=\"fn\"><a id=\"ref.1.2\" href=\"#fn.1\""))
    #expect(html.contains("<a class=\"back\" href=\"#ref.1\""))
    #expect(html.contains("<a class=\"back\" href=\"#ref.1.2\""))
  }

  @Test func namesFootnotes() throws {
    let written = try html("a[^x] b[^y] c[^x]\n\n[^x]: X\n[^y]: - Y[^x]\n")
    #expect(
      written.hasPrefix(
        "<p>a<sup class=\"fn\"><a id=\"ref.1\" href=\"#fn.1\" aria-label=\"Footnote 1\">1</a></sup> b"
          + "<sup class=\"fn\"><a id=\"ref.2\" href=\"#fn.2\" aria-label=\"Footnote 2\">2</a></sup> c"
          + "<sup class=\"fn\"><a id=\"ref.1.2\" href=\"#fn.1\" aria-label=\"Footnote 1\">1</a></sup></p>\n"
          + "<section class=\"footnotes\"><h2 id=\"page.footnotes\">Footnotes</h2>\n<ol>\n<li id=\"fn.1\">"))
    // The third mark of the first note stands in the second note.
    for id in ["ref.1", "ref.1.2", "ref.1.3", "ref.2"] {
      #expect(written.ranges(of: "id=\"\(id)\"").count == 1, "\(id)")
      #expect(written.ranges(of: "href=\"#\(id)\"").count == 1, "\(id)")
    }
    #expect(written.hasSuffix("</ol>\n</section>\n"))
  }

  @Test func linksBackOnlyToMarksThatAreShown() throws {
    let written = try html("![a[^x]](b) c[^x]\n\n[^x]: X\n")
    #expect(written.ranges(of: "class=\"back\"").count == 1)
    #expect(written.contains("id=\"ref.1\"") && written.contains("href=\"#ref.1\""))
  }

  @Test func stopsAtTheLimit() throws {
    // Each empty item is 4 bytes in the file and 10 in the page, each mark 5 and some 300.
    let text = String(repeating: "[^a] ", count: 150_000) + "\n\n[^a]: b\n"
    let document = try #require(Document.parse(SourceFile(path: "a.md", text: text)).document)
    document.read { root in
      var writer = MarkdownWriter(.plain)
      writer.write(root)
      #expect(writer.isTooLarge)
    }
    let fragment = Fragment.plain(of: SourceFile(path: "a.md", text: text))
    #expect(fragment.diagnostics.map(\.rule) == [.htmlTooLarge])
    #expect(fragment.html.isEmpty)
  }
}
