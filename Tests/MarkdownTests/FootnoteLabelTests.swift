import Diagnostics
import Testing

@testable import Markdown

/// cmark reads a label of a footnote whole only where it stands on one line.
@Suite struct FootnoteLabelTests {
  private static let footnote = "\n\na [^1]\n\n[^1]: b\n"

  /// The place of what is refused.
  private func place(in text: String, from start: Int = 0) -> String? {
    let source = SourceFile(path: "a.md", text: text)
    let (document, diagnostics) = Document.parse(source, from: start)
    guard document == nil else { return nil }
    #expect(diagnostics.map(\.rule) == [.footnoteLabel])
    return diagnostics.first.map { diagnostic in
      let position = source.position(at: diagnostic.span.range.lowerBound)
      #expect(source.text(in: diagnostic.span.range) == "[^")
      return "\(position.line):\(position.column)"
    }
  }

  @Test func tellsOfACaretOnTheSamePageToo() {
    let text = "a [^b\nc]\n\nd [&Hat;1]" + Self.footnote
    let diagnostics = Document.parse(SourceFile(path: "a.md", text: text)).diagnostics
    #expect(diagnostics.map(\.rule) == [.footnoteLabel, .bracketCaret])
  }

  @Test(arguments: [
    ("a [^some long text\nb] c", "1:3"), ("[^1\n  aaa]", "1:1"), ("é [^ü\nö] c", "1:3"), ("[^\n]", "1:1"),
    ("a [^b  \nc]", "1:3"), ("a\n[^b\nc\nd] e", "2:1"), ("a [^b\\\nc\nd]", "1:3"), ("![^b\nc]", "1:2"),
    ("[a [^b\nc] d]", "1:4"), ("[^b [c] d\ne]", "1:1"), ("[^b *c\nd* `]` ]", "1:1"), ("\\\\[^b\nc]", "1:3"),
    ("\\[^b\n[^c\nd]]", "2:1"), ("[^b](c\n[^d\ne]", "2:1"), ("[^b\nc][d]", "1:1"), ("[^b ![c](d)\ne]", "1:1"),
    ("> - a [^b\n>   c]", "1:7"), ("> a [^b\nc]", "1:5"), ("a [^b\nc]\n===", "1:3"),
    ("[^1]: a [^b\n    c]", "1:9"),
    ("[a]: b\n[^c\nd]", "2:1"), ("a [^b\nc] d\ne|f\n-|-", "1:3"), ("`a\n` [^b\nc]", "2:3"),
    ("http://a.b/[c [^d\ne]", "1:15"), ("[^<http://a.b/]>\n]", "1:1"), ("[^<kbd title=']'>\n]", "1:1"),
    ("[^b\r\nc]", "1:1"), (" - a\n   - b\n\t[^c\nd]", "3:2"), ("[^1] [^b\nc]", "1:6"),
    ("[b](c) [^d\ne]", "1:8"), ("[[b](c) [^d\ne] f]", "1:9"),
  ]) func refusesALabelThatGoesOnOnAnotherLine(_ text: String, _ expected: String) {
    #expect(place(in: text) == expected)
    #expect(place(in: text + Self.footnote) == expected)
    let front = "---\na: \"[^1\"\n---\n\n"
    let behind = place(in: front + text, from: front.utf8.count - 1)
    #expect(behind?.split(separator: ":").last == expected.split(separator: ":").last)
  }

  @Test(arguments: [
    "[^1]", "[^1] a\nb]", "a [^b\nc", "a [^b\n\nc]", "\\[^b\nc]", "[\n^b]", "[a\n[^b] c]", "[^b `]\n` c",
    "`[^b\nc]`", "``a [^b\nc]` ``", "<kbd title='[^b\nc]'>d</kbd>", "<!-- [^b\nc] -->", "```\n[^b\nc]\n```",
    "    [^b\n    c]", "<div>\n[^b\nc]\n</div>", "[^b\nc](d)", "[^b\nc][d]\n\n[d]: e", "[^b\nc]\n\n[^b c]: d",
    "[a](b '[^c\nd]')", "[^b\\\nc]", "[^b `c\nd`]", "[^b [c](d)\ne]", "[^b ![c [d](e)](f)\ng]",
    "[^b\n[c] [^1]", "[^b\nc \\]", "http://a.b/[^c\nd]", "<http://a.b/[^c>\nd]", "a|[^b\n-|-\nc]|d",
    "[^b\n# c]", "*[^1*\n[b]", "a [^b [c](d\n'e') f]",
  ]) func readsWhatLosesNothing(_ text: String) {
    #expect(place(in: text + Self.footnote) == nil)
  }

  /// What may stand in each of these places instead, as the help of the diagnostic says.
  @Test(arguments: [
    "a %", "a ![b %]", "a %\n===", "[a %\nb]", "a %\nb|c\n-|-", "> - %\n> b", "[^1]: %\nb",
  ]) func readsWhatTheHelpAdvises(_ place: String) {
    for (broken, advised) in [("[^1\n2]", "[^1 2]"), ("[^1\n2]", "\\[^1\n2]")] {
      #expect(self.place(in: place.replacing("%", with: broken) + Self.footnote) != nil)
      #expect(self.place(in: place.replacing("%", with: advised) + Self.footnote) == nil)
    }
  }

  @Test func looksThroughManyInOneParagraph() {
    let many = String(repeating: "`[^b\nc]` [^d [\n", count: 20_000)
    #expect(place(in: many + Self.footnote) == nil)
    #expect(place(in: many + "[^b\nc]" + Self.footnote) == "40001:1")
  }
}
