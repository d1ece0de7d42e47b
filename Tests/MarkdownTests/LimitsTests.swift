import Diagnostics
import Testing

@testable import Markdown

/// Each limit is held, told with a place, and what keeps to it is read. On inputs that cmark itself would
/// not finish these tests would not end.
@Suite struct LimitsTests {
  /// The rule and place of the first diagnostic; nil where the file is read.
  private func problem(_ text: String) -> String? {
    problem(Array(text.utf8))
  }

  private func problem(_ bytes: [UInt8]) -> String? {
    let source = SourceFile(path: "a.md", bytes: bytes)
    let parsed = Document.parse(source)
    #expect((parsed.document == nil) == !parsed.diagnostics.isEmpty)
    return parsed.diagnostics.first.map { diagnostic in
      let position = source.position(at: diagnostic.span.range.lowerBound)
      return "\(diagnostic.rule.id.dropFirst("markdown.".count)) \(position.line):\(position.column)"
    }
  }

  private func many(_ part: String, _ count: Int) -> String { String(repeating: part, count: count) }

  // MARK: Bytes

  @Test func refusesLargeFiles() {
    #expect(problem(many("a b\n", 500_000)) == nil)
    #expect(problem(many("a b\n", 500_000) + "c") == "too-large 1:1")
  }

  @Test func refusesNUL() {
    #expect(problem("a\nb\0c\0\n") == "nul 2:2")
  }

  @Test(
    arguments: [[0x80], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF]]
      as [[UInt8]])
  func refusesInvalidUTF8(_ bytes: [UInt8]) {
    #expect(problem(Array("é\nab".utf8) + bytes + Array("c\n".utf8)) == "invalid-utf8 2:3")
  }

  @Test func tellsOfEachKindOfBadByte() {
    let parsed = Document.parse(SourceFile(path: "a.md", bytes: [0x61, 0x00, 0xFF, 0x0A]))
    #expect(parsed.diagnostics.map(\.rule) == [.nul, .invalidUTF8])
  }

  // MARK: Depth

  @Test func countsBlocksAndInlines() {
    #expect(problem(many("> ", 98) + "a\n") == nil)
    #expect(problem(many("> ", 99) + "a\n") == "too-deep 1:199")
    #expect(problem(many("> ", 97) + "*a*\n") == nil)
    #expect(problem(many("> ", 98) + "*a*\n") == "too-deep 1:198")
    #expect(problem(many("*a **a ", 60) + many("a** a*", 60)) == "too-deep 1:345")
  }

  @Test func refusesDeepBlocksBeforeTheyCost() {
    #expect(problem(many(">", 100_000) + "\n") == "too-deep 1:101")
    #expect(problem(many("> ", 100_000) + "a\n") == "too-deep 1:201")
    #expect(problem(many("- ", 100_000) + "a\n" + many("\n", 100_000)) == "too-deep 1:101")
    #expect(problem(many("- ", 100_000) + "```\n" + many("\n", 100_000)) == "too-deep 1:101")
    #expect(problem(many("1. ", 60) + "a\n" + many("\n", 100_000))?.hasPrefix("too-deep 1:") == true)
    #expect(problem((0..<200).map { many("  ", $0) + "- a\n" }.joined())?.hasPrefix("too-deep ") == true)
    #expect(problem(many("> - ", 90) + "a\n")?.hasPrefix("too-deep 1:") == true)
  }

  @Test func takesMarkersInCodeForText() {
    #expect(problem("```\n" + many("> ", 1000) + "\n" + many("- ", 1000) + "\n```\n") == nil)
    #expect(problem(many("- a\n", 1000) + many("> b\n\n", 1000)) == nil)
  }

  // MARK: Tables

  private func table(columns: Int, rows: Int, row: String) -> String {
    many("a|", columns) + "\n" + many("-|", columns) + "\n" + many(row + "\n", rows)
  }

  @Test func refusesWideTables() {
    #expect(problem(table(columns: 100, rows: 3, row: many("b|", 100))) == nil)
    #expect(problem(table(columns: 101, rows: 3, row: "b|")) == "table-wide 2:1")
    #expect(problem(table(columns: 5000, rows: 2000, row: "b|")) == "table-wide 2:1")
    #expect(problem("> " + many("a|", 5000) + "\n> " + many("-|", 5000) + "\n") == "table-wide 2:3")
    #expect(problem(table(columns: 2, rows: 1, row: many("b|", 60_000))) == "table-wide 3:1")
    #expect(problem(many("a|", 300) + "\n\n    " + many("-|", 300) + "\n") == nil)
    #expect(problem(many("a|", 300) + "\n" + many("-|", 301) + "\n") == nil)
  }

  @Test func refusesTablesOfManyCells() {
    #expect(problem(table(columns: 100, rows: 999, row: "b|")) == nil)
    #expect(problem(table(columns: 100, rows: 1000, row: many("b|", 100))) == "table-cells 1002:1")
    #expect(
      problem(many(table(columns: 100, rows: 100, row: "b") + "\n", 11))?.hasPrefix("table-cells ") == true)
  }

  @Test func refusesASearchForHeadersThatTakesTooLong() {
    #expect(problem(many("a\n", 5_000) + "-|-\n") == nil)
    #expect(problem(many("a\n", 300_000) + "-|-\n") == "delimiter-row 300001:1")
    #expect(problem(many("a\n-|-|-\n", 20_000))?.hasPrefix("delimiter-row ") == true)
    #expect(problem(many("a\n*\n-|-|-\n", 20_000))?.hasPrefix("delimiter-row ") == true)
  }

  // MARK: Expansion

  @Test func refusesReferencesThatExpand() {
    let definition = "[a]: /" + many("b", 100_000) + "\n\n"
    #expect(problem(definition + many("[a] ", 100)) == nil)
    #expect(problem(definition + many("[a] ", 10_000)) == "expansion 1:1")
    #expect(problem(many("[a] ", 10_000) + "\n\n" + definition) == "expansion 3:1")
    #expect(
      problem("> [ẞ\n> x]: <" + many("b", 100_000) + ">\n\n" + many("[SS X] ", 5_000)) == "expansion 1:3")
    #expect(problem("[a]: b '" + many("b ", 50_000) + "'\n\n" + many("![c][A] ", 5_000)) == "expansion 1:1")
    #expect(problem("\u{FEFF}" + definition + many("[a] ", 10_000)) == "expansion 1:1")
    #expect(problem(definition + "```\n" + many("[a] ", 10_000) + "\n```\n") == nil)
    #expect(problem(definition + many("[b] ", 10_000)) == nil)
  }

  @Test func tellsReferencesThatExpandFromFootnotes() {
    let address = "/" + many("b", 100_000) + "\n\n"
    #expect(problem("[^]: " + address + many("[^] ", 5_000)) == "expansion 1:1")
    #expect(
      problem("[a]: b\n    [^c]: /" + many("b", 100_000) + "\n\n" + many("[^c] ", 5_000)) == "expansion 2:5")
    for space in ["\u{B}", "\u{C}"] {
      #expect(problem("[a]: " + address + "#\(space)\n" + many("[a] ", 5_000) + "\n===\n") == "expansion 1:1")
    }
    #expect(problem("[^\u{B}]: [a]: " + address + many("[a] ", 5_000)) == "expansion 1:7")
  }

  @Test func refusesManyLinks() {
    #expect(problem(many("[](a)\n", 10_000)) == nil)
    #expect(problem(many("[](a)\n", 9_999) + "<ab:c> ![](d)\n") == "too-many-links 10000:8")
  }

  // MARK: Work

  @Test(arguments: [
    "<?", "<!A ", "<![CDATA[", "a@", "www.a_", "http://a<", "~a~~ ", "![", "a@b.c ", "*a**b_c__",
  ]) func refusesWhatTakesCMarkQuadraticTime(_ part: String) {
    #expect(problem(many(part, 1000)) == nil)
    let suffix = part == "![" ? many("[](a)", 100_000) : part == "~a~~ " ? many("b~~ ", 100_000) : ""
    let count = 1_000_000 / part.utf8.count
    #expect(problem("x\n\na " + many(part, count) + suffix)?.hasPrefix("tangled 3:1") == true)
  }

  @Test func tellsTheLineOfAParagraphRightAboveATable() {
    #expect(problem("x\n\na " + many("<?", 50_000) + "\nb|c\n-|-\n") == "tangled 3:1")
  }

  @Test func refusesTrailingParentheses() {
    #expect(problem("http://a" + many(")", 500_000)) == "tangled 1:1")
    #expect(problem("http://a" + many("&amp;)", 100_000)) == "tangled 1:1")
    #expect(problem(many("http://a)))))))", 10_000)) == nil)
    #expect(problem(many("(http://a) ", 1_000)) == nil)
  }

  @Test(arguments: [
    "*a ", "a* ", "*a_ ", "a**b", "[", "]", "[a](", "[a](<b", "[a](b \"", "`a``", "&#1", "&a;", "\\*",
    "<a b=\"", "<!-- a ",
    "[^a]", "[a][b]", "_a__ ", "~~a ", "a~~ ", "!", "![a](b)", "(", "www.", "http://", "<a:", "* ", "+ a\n",
    "#\n", "\t", "a  \n",
    "[a]: b\n", "[^a]: b\n\n", "|\n", "-\n", "> a\n", "`", "\\\n", "| a |\n", "&amp;", "a\n===\n",
    "[a]: b (\n",
  ]) func readsWhateverIsWithinTheLimits(_ part: String) {
    let paragraph = many(part, 5_000 / part.utf8.count) + "\n\n"
    for text in [many(part, 200_000 / part.utf8.count), many(paragraph, 40)] {
      guard let found = problem(text) else { continue }
      // One paragraph of markup alone may be too much; many of them are not, but for a page's own limits.
      let allowed =
        ["too-many-links", "too-deep"] + (text.hasPrefix(paragraph) ? [] : ["tangled", "delimiter-row"])
      #expect(allowed.contains { found.hasPrefix($0) }, "\(found)")
    }
  }
}
