import FuzzTargets
import Testing

@Suite struct MarkupCheckTests {
  private func problem(_ html: String) -> String? {
    MarkupCheck.problem(in: Array(html.utf8), demandsUniqueIDs: true)
  }

  @Test(arguments: [
    "", "a &amp; b &#x27; &lt;", "<p class=\"a\">b<br>c</p>\n<ul>\n<li hidden>d</li>\n</ul>",
    "<a href=\"../a.html#b:c\">d</a><a href=\"mailto:a@b.c\">e</a><input type=\"radio\" checked>",
  ]) func passesWhatTheProgramWrites(_ html: String) {
    #expect(problem(html) == nil)
  }

  @Test(arguments: [
    "a & b", "a > b", "\"", "<script>", "<svg/>", "<p onclick=\"a()\"></p>", "<p style=\"a\"></p>", "<p",
    "<p>", "</p>", "<em><strong></em></strong>", "<p title=a></p>", "<p title=\"a</p>", "<p title=\"<\"></p>",
    "<a href=\"javascript:a()\"></a>", "<a href=\"DATA:a\"></a>", "<p id=\"a\"></p><p id=\"a\"></p>",
    "<!-- a -->",
    "<p title=\"a\"b=\"c\"></p>", "&;",
  ]) func findsWhatContentMayNotDo(_ html: String) {
    #expect(problem(html) != nil)
  }
}
