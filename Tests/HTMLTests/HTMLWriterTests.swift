import HTML
import Testing

@Suite struct HTMLWriterTests {
  @Test func escapesText() {
    var html = HTMLWriter()
    html.text("a < b & \"c\" > d")
    #expect(html.string == "a &lt; b &amp; &quot;c&quot; &gt; d")
  }

  @Test func escapesTextTheSameWhereverItsSignsStand() {
    // Those of the other texts differ from a sign in one bit, or have the highest set.
    for filler in ["~", "é", "\u{2028}", "\u{A2}\u{A6}", "b", "6", "|", "2", "\u{7F}"] {
      for width in 0...16 {
        let text = String(repeating: filler, count: width)
        var html = HTMLWriter()
        html.text("\(text)<\(text)>\(text)&\(text)\"\(text)")
        #expect(html.string == "\(text)&lt;\(text)&gt;\(text)&amp;\(text)&quot;\(text)")
      }
    }
  }

  @Test func encodesURLsAsCMarkDoes() {
    var html = HTMLWriter()
    html.attribute("href", url: "a b/ü?x=1&y='2'#z")
    #expect(html.string == " href=\"a%20b/%C3%BC?x=1&amp;y=&#x27;2&#x27;#z\"")
  }

  @Test(arguments: [
    ("a \"b\" \\c", #""a \"b\" \\c""#), ("</script>", #""\u003c/script>""#), ("a\nb\tc", #""a\nb\u0009c""#),
    ("\u{1F}é→\u{2028}\u{2029}‧", #""\u001Fé→\u2028\u2029‧""#), ("", #""""#),
  ]) func writesStringsOfJSON(_ text: String, _ json: String) {
    var html = HTMLWriter()
    html.jsonString(text)
    #expect(html.string == json)
  }

  @Test func writesTemplateLiteralsTheSameWhereverTheirSignsStand() {
    for width in 0...16 {
      let text = String(repeating: "~", count: width)
      let html = HTMLWriter(template: "\(text)`\(text)\\\(text)${\(text)\r\n\(text)<p class=\"é\">\(text)")
      var script = HTMLWriter()
      script.templateLiteral(html)
      #expect(
        script.string
          == "`\(text)\\`\(text)\\\\\(text)\\${\(text)\\r\n\(text)<p class=\"é\">\(text)`")
    }
  }

  @Test func joinsPartsInOneTemplateLiteral() {
    let html = HTMLWriter(template: "<p>one</p><b>`</b><p>two</p>")
    var script = HTMLWriter()
    script.templateLiteral(html, [0..<10, 18..<28])
    #expect(script.string == "`<p>one</p><p>two</p>`")
    script = HTMLWriter()
    script.templateLiteral(html, [])
    #expect(script.string == "``")
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
