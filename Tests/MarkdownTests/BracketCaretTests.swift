import Diagnostics
import Testing

@testable import Markdown

/// cmark takes the label of a footnote out of the text behind the bracket, whatever that text was made from.
@Suite struct BracketCaretTests {
  private static let footnote = "\n\na [^1]\n\n[^1]: b\n"

  /// The places of what is refused, and the texts of what is read.
  private func reading(_ text: String) -> (place: String?, texts: [String]) {
    let source = SourceFile(path: "a.md", text: text)
    let (document, diagnostics) = Document.parse(source)
    guard let document else {
      #expect(diagnostics.map(\.rule) == [.bracketCaret])
      let span = diagnostics.first?.span ?? source.span(0..<0)
      let position = source.position(at: span.range.lowerBound)
      return ("\(position.line):\(position.column) \(source.text(in: span.range))", [])
    }
    return document.read { root in
      var texts: [String] = []
      var walk = Walk(root)
      while let event = walk.next() {
        if case .enter(let node) = event, node.isText { texts.append(node.literal) }
      }
      return (nil, texts)
    }
  }

  /// Each text with the place of what is refused in it.
  private static let examples: [(String, String?)] = [
    ("a[&Hat;1]", "1:2 [&Hat;"), ("a [b]\n*c* [&#94;1] d", "2:5 [&#94;"), ("é [&#x5E;1]", "1:3 [&#x5E;"),
    ("[&#X5e;1]", "1:1 [&#X5e;"), ("[&#00000094;1]", "1:1 [&#00000094;"), ("a ![&Hat;1]", "1:4 [&Hat;"),
    ("[a [&Hat;1] b]", "1:4 [&Hat;"), ("[&Hat;1\n*b*] c", "1:1 [&Hat;"), ("\\\\[&Hat;1]", "1:3 [&Hat;"),
    ("\\[&Hat;1] [&Hat;1]", "1:11 [&Hat;"), ("# a [&Hat;1]", "1:5 [&Hat;"), ("# ![\\^b]", "1:4 [\\^"),
    ("a ![\\^b] c", "1:4 [\\^"), ("!![\\^b] c", "1:3 [\\^"), ("> - a\n>   [&Hat;1]", "2:5 [&Hat;"),
    ("#######\n[&Hat;1]\n===", "2:1 [&Hat;"), ("a [&Hat;1]\nb|c\n-|-", "1:3 [&Hat;"),
    ("a|b\n-|-\n\\[&Hat;1]|c \\| [&Hat;1]", "3:16 [&Hat;"), ("[&Hat;1]: /b\n[&Hat;2] c", "2:1 [&Hat;"),
    ("```\n[&Hat;1]\n```\n\n[&Hat;1]", "5:1 [&Hat;"), ("#\u{B}\n[&Hat;1]\n===", "2:1 [&Hat;"),
    ("- #\u{C}\n  ![\\^1]\n  ===", "2:4 [\\^"), ("[&Hat;1", nil), ("[&Hat;]", nil), ("![\\^]", nil),
    ("\\[&Hat;1]", nil), ("!\\[\\^b]", nil), ("\\![\\^b]", "1:3 [\\^"), ("a[\\^b]", "1:2 [\\^"),
    ("\\[\\^b]", nil),
    ("`[\\^b]`", nil), ("[\\^b](c)", nil), ("[\\^b", nil), ("[\\^b\nc]", "1:1 [\\^"), ("[&hat;1]", nil),
    ("[&#95;1]", nil),
    ("[&#000000094;1]", nil), ("[&#94 1]", nil), ("[&#;1]", nil), ("[& 1]", nil), ("[a&Hat;1]", nil),
    ("[a]&Hat;1]", nil), ("```\n[&Hat;1]\n```", nil), ("    [&Hat;1]", nil), ("<div>\n[&Hat;1]\n</div>", nil),
    // In code and raw HTML cmark takes it for neither.
    ("`[&Hat;1]`", nil), ("a ``b` ![\\^1]`` c", nil), ("a|b\n-|-\n`[&Hat;1]`|![c`\\|[&Hat;1]`](d)", nil),
    ("# `\\[&Hat;1]` `[&#94;1]`", nil), ("<kbd title=\"[&Hat;1]\">a</kbd>", nil),
    ("`[&Hat;1]` [&Hat;2]", "1:12 [&Hat;"), ("[&Hat;1] `[&Hat;2`", "1:1 [&Hat;"), ("`[&Hat;1]", "1:2 [&Hat;"),
    ("\\`[&Hat;1]`", "1:3 [&Hat;"), ("``[&Hat;1]`", "1:3 [&Hat;"), ("[a](`) [&Hat;1]`", "1:8 [&Hat;"),
    ("[a][`][&Hat;1]`\n\n[`]: b", "1:7 [&Hat;"), ("<kbd title=\"`\">[&Hat;1]`</kbd>", "1:16 [&Hat;"),
    ("http://a.b/` [&Hat;1]`", "1:14 [&Hat;"), ("`a`<http://`>[&Hat;1]`", "1:14 [&Hat;"),
    ("`[&Hat;1]` *a\n`b [&Hat;2]` c* `d\n[&Hat;3]` ![&Hat;4]", "3:12 [&Hat;"),
    // A paragraph right above a table has no place of its own in cmark's tree.
    ("`[&Hat;1]`\n\nb [&Hat;1]\nc|d\n-|-", "3:3 [&Hat;"),
    ("```\nb [&Hat;1]\n```\n\nb [&Hat;1]\nc|d\n-|-", "5:3 [&Hat;"),
    ("[a [&Hat;1]: b", "1:4 [&Hat;"),
    // Nor does it in links, addresses and titles, but this is told only where no text holds the like.
    ("[&Hat;1](b) ![\\^1][&Hat;2]\n\n[&Hat;2]: b", nil), ("[a](b[&#94;1] '[&Hat;2]')", nil),
    ("[&Hat;1](b) [^1]", "1:1 [&Hat;"), ("<http://a.b/[&Hat;1]>", "1:13 [&Hat;"),
  ]

  /// What may stand in each of these places instead, as the help of the diagnostic says.
  @Test(arguments: [
    "a %", "a ![b %]", "# %", "a|b\n-|-\n%|c", "%(b)", "!%(b)", "[%](b)", "<http://a.b/%>", "http://a.b/%",
    "[a](b%)", "[a](b \"%\")", "a %\nb|c\n-|-", "> - %", "[^1]: %", "<kbd title='%'>a</kbd>",
  ]) func readsWhatTheHelpAdvises(_ place: String) {
    for advised in ["[^1]", "[^2]", "\\[^1]"] {
      #expect(reading(place.replacing("%", with: advised) + Self.footnote).place == nil)
    }
  }

  @Test(arguments: examples) func refusesACaretThatTheLabelCannotBeReadBehind(
    _ text: String, _ place: String?
  ) {
    #expect(reading(text + Self.footnote).place == place)
    let behind = reading("[^1]: b\n\na [^1]\n\n" + text + "\n")
    #expect(behind.place?.drop { $0 != " " } == place?.drop { $0 != " " })
  }

  @Test(arguments: [
    ("a[&Hat;1]", "a[^1]"), ("a[&#94;1]", "a[^1]"), ("a[&#x5E;1]", "a[^1]"), ("a ![&Hat;1] b", "a ![^1] b"),
    ("# ![\\^b]", "![^b]"), ("a[\\^b]", "a[^b]"), ("[[&Hat;1] a]", "[[^1] a]"),
  ]) func readsItAsTextWhereThereAreNoFootnotes(_ text: String, _ expected: String) {
    let reading = reading(text + "\n")
    #expect(reading.place == nil)
    #expect(reading.texts.joined() == expected)
  }

  @Test func looksThroughManyInOneParagraph() {
    let many = String(repeating: "`[&Hat;1]` ", count: 20_000)
    #expect(reading(many + Self.footnote).place == nil)
    #expect(reading(many + "\n[&Hat;1]" + Self.footnote).place == "2:1 [&Hat;")
  }

  @Test func findsThePlaceBehindFrontMatter() {
    let front = "---\na: \"[&Hat;1]\"\n---\n"
    let source = SourceFile(path: "a.md", text: front + "a\n[&Hat;1]" + Self.footnote)
    let diagnostics = Document.parse(source, from: front.utf8.count).diagnostics
    #expect(diagnostics.map { source.position(at: $0.span.range.lowerBound).line } == [5])
  }
}
