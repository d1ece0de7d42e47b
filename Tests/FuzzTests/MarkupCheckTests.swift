import FuzzTargets
import Testing

@Suite struct MarkupCheckTests {
  private func problem(_ html: String) -> String? {
    MarkupCheck.problem(in: Array(html.utf8), isPublished: true)
  }

  @Test(arguments: [
    "", "a &amp; b &#x27; &lt;", "<p class=\"a\">b<br>c</p>\n<ul>\n<li hidden>d</li>\n</ul>",
    "<a href=\"../a.html#b:c\">d</a><a href=\"mailto:a@b.c\">e</a><input type=\"radio\" checked>",
    "<p><script type=\"application/json\" class=\"accepts\">{\"a\":[\">\\u003c\"]}</script></p>",
  ]) func passesWhatTheProgramWrites(_ html: String) {
    #expect(problem(html) == nil)
  }

  @Test func letsThePreviewShowWhatIsNotClosed() {
    #expect(
      MarkupCheck.problem(in: Array("<p></em><em id=\"a\"><em id=\"a\">".utf8), isPublished: false) == nil)
    #expect(MarkupCheck.problem(in: Array("<p></em><script>".utf8), isPublished: false) != nil)
  }

  @Test(arguments: [
    "a & b", "a > b", "\"", "<script>", "<svg/>", "<p onclick=\"a()\"></p>", "<p style=\"a\"></p>", "<p",
    "<p>", "</p>", "<em><strong></em></strong>", "<p title=a></p>", "<p title=\"a</p>", "<p title=\"<\"></p>",
    "<a href=\"javascript:a()\"></a>", "<a href=\"DATA:a\"></a>", "<p id=\"a\"></p><p id=\"a\"></p>",
    "<!-- a -->",
    "<script type=\"application/json\" class=\"accepts\">{\"<b\":1}</script>", "<p title=\"a\"b=\"c\"></p>",
    "&;",
  ]) func findsWhatContentMayNotDo(_ html: String) {
    #expect(problem(html) != nil)
  }
}
