import HTML
import Testing

@Suite struct HTMLWriterTests {
  @Test func escapesText() {
    var html = HTMLWriter()
    html.text("a < b & \"c\" > d")
    #expect(html.string == "a &lt; b &amp; &quot;c&quot; &gt; d")
  }

  @Test func encodesURLsAsCMarkDoes() {
    var html = HTMLWriter()
    html.attribute("href", url: "a b/ü?x=1&y='2'#z")
    #expect(html.string == " href=\"a%20b/%C3%BC?x=1&amp;y=&#x27;2&#x27;#z\"")
  }

  @Test func startsALineOnlyWhereNoneHasJustBegun() {
    var html = HTMLWriter()
    html.lineStart()
    html.text("a")
    html.lineStart()
    html.lineStart()
    #expect(html.string == "a\n")
  }
}
