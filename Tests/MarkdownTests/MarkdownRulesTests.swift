import Diagnostics
import Markdown
import Testing

/// Every rule of Markdown has an example here.
@Suite struct MarkdownRulesTests {
  private static let wideRow = String(repeating: "|a", count: 101) + "\n"

  /// A file that breaks a rule, by the rule's id.
  static let examples: [String: [UInt8]] = [
    "markdown.too-large": Array(repeating: UInt8(ascii: "a"), count: Limits.fileSize + 1),
    "markdown.nul": [0x61, 0x00],
    "markdown.invalid-utf8": [0x61, 0xC3, 0x28],
    "markdown.too-deep": Array(String(repeating: ">", count: 200).utf8),
    "markdown.table-wide": Array((wideRow + wideRow.replacing("a", with: "-")).utf8),
    "markdown.table-cells": Array(("a|b\n-|-\n" + String(repeating: "c|d\n", count: 50_001)).utf8),
    "markdown.delimiter-row": Array((String(repeating: "a\n", count: 50_000) + "-|-\n").utf8),
    "markdown.tangled": Array(("a " + String(repeating: "<?", count: 50_000)).utf8),
    "markdown.expansion": Array(
      ("[a]: " + String(repeating: "b", count: 50_000) + "\n\n" + String(repeating: "[a] ", count: 1000)).utf8
    ),
    "markdown.bracket-caret": Array("a [&Hat;1]\n\n[^1]: b\n".utf8),
    "markdown.footnote-label": Array("a [^b\nc]\n".utf8),
    "markdown.too-many-links": Array(String(repeating: "[](a) ", count: Limits.links + 1).utf8),
    "markdown.raw-html": Array("a <b>c</b>\n".utf8),
    "markdown.raw-html-attribute": Array("a <kbd class=b>c</kbd>\n".utf8),
    "markdown.raw-html-unbalanced": Array("a <kbd>c\n".utf8),
  ]

  @Test(arguments: MarkdownRules.all.map(\.id)) func isToldWithAPlaceAndARemedy(_ id: String) throws {
    // The writer finds this one, in another module.
    guard id != "markdown.html-too-large" else { return }
    let source = SourceFile(path: "a.md", bytes: try #require(Self.examples[id]))
    let parsed = Document.parse(source)
    var diagnostics = parsed.diagnostics
    if let document = parsed.document {
      diagnostics += document.read { RawHTMLCheck.diagnostics(of: document, in: $0.children) }
    }
    #expect(diagnostics.map(\.rule.id) == [id])
    let diagnostic = try #require(diagnostics.first)
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.span.path == "a.md")
    #expect(diagnostic.span.range.upperBound <= source.bytes.count)
    #expect(!diagnostic.message.isEmpty && !diagnostic.message.hasSuffix("."))
    #expect(!diagnostic.help.isEmpty && !diagnostic.help.hasSuffix("."))
  }

  @Test func namesEveryRuleOnce() {
    let ids = MarkdownRules.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(Set(Self.examples.keys).subtracting(ids) == [])
    #expect(ids.allSatisfy { $0.hasPrefix("markdown.") })
  }
}
