import Diagnostics
import Testing

@testable import Rendering

@Suite struct PreviewPageTests {
  private static let nothing = PreviewNotes(own: [], elsewhere: [], fault: nil)

  private func preview(_ page: String, _ notes: PreviewNotes = nothing) -> String {
    String(decoding: PreviewPage.preview(of: Array(page.utf8), notes: notes, stamp: "12ab"), as: UTF8.self)
  }

  private func notes(on source: SourceFile, _ range: Range<Int>) -> PreviewNotes {
    var places = PlaceFinder { _ in source }
    let diagnostic = Diagnostic(
      Rule("area.rule", .warning, "What it finds."), at: source.span(range), "it says <b>",
      help: "say & mean",
      notes: [Diagnostic.Note("the first", at: source.span(0..<1))])
    return PreviewNotes(
      own: [ShownDiagnostic(diagnostic, &places)],
      elsewhere: [
        PreviewNotes.File(path: "a<b>.md", address: "/a", summary: DiagnosticSummary(of: [diagnostic]))
      ], fault: nil)
  }

  @Test func addsAScriptAndAStyleSheet() {
    #expect(
      preview("<HTML><HEAD></HEAD><BODY>text</BODY></HTML>") == """
        <HTML><HEAD><link rel="stylesheet" href="/.waymark/preview.css">\
        <script src="/.waymark/preview.js" data-stamp="12ab" defer></script>
        </HEAD><BODY>text</BODY></HTML>
        """)
  }

  @Test func findsTheHeadOfAThemeThatLeavesOutItsTags() {
    let head = "<!doctype html><meta http-equiv=\"Content-Security-Policy\" content=\"\(SiteContext.policy)"
    #expect(
      preview("\(head)\"><title>T</title><body>text").hasPrefix("\(head); connect-src 'self'\"><title>"))
    #expect(preview("\(head)\"><title>T</title><body>text").hasSuffix("</script>\n<body>text"))
    #expect(preview("\(head)\"><title>T</title>text").hasSuffix("</script>\ntext"))
  }

  @Test func leavesAPageOfAThemeWithoutHeadWhole() {
    #expect(preview("text").hasSuffix("</script>\ntext"))
    #expect(preview("</body></head>").hasPrefix("</body><link"))
  }

  @Test func showsWhatIsWrongWhereThePageEnds() {
    let page = preview(
      "<head></head><body>text</body>",
      notes(on: SourceFile(path: "a.md", text: "one\n<two> three\n"), 10..<15))
    #expect(page.hasPrefix("<head><link"))
    #expect(page.hasSuffix("</aside>\n</body>"))
    #expect(page.contains("<p class=\"waymark-place\">a.md:2:7</p>"))
    #expect(page.contains("<code>&lt;two&gt; three\n</code>"))
    #expect(page.contains(">      ^~~~~</code>"))
    #expect(page.contains("it says &lt;b&gt;"))
    #expect(page.contains("say &amp; mean"))
    #expect(page.contains("<a href=\"/a\">a&lt;b&gt;.md</a> 1 warning"))
    #expect(!page.contains("<details open>"))
  }

  @Test func opensThePanelOfAPageThatIsOutOfDate() {
    let fault = PreviewNotes.Fault(path: "Content", message: "it is <gone>", help: "put it back")
    let page = preview("<body></body>", PreviewNotes(own: [], elsewhere: [], fault: fault))
    #expect(page.contains("<details open>"))
    #expect(page.contains("Content: it is &lt;gone&gt;"))
  }

  @Test func letsAPageOfTheBuiltInThemeAsk() throws {
    let site = try RenderedSite([
      "track.yml": "title: T\ndescription: D\nphases: [{ title: P, lessons: [a] }]\n",
      "a/overview.md": "---\ndescription: D\n---\n\n# A\n",
    ])
    let page = try #require(site.files["a/index.html"])
    #expect(preview(page).contains("base-uri &#39;none&#39;; connect-src 'self'\">"))
  }
}
