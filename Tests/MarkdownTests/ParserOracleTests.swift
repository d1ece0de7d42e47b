import CMarkGFM
import Diagnostics
import Synchronization
import TestSupport
import Testing

@testable import Markdown

/// The parser makes the tree that cmark makes with its own extensions, which all look for everything.
@Suite struct ParserOracleTests {
  @Test(arguments: [
    "a@b.example", "a&commat;b.example", "a&#64;b.example", "a&#x40;b.example", "www.a.example",
    "https://a.example", "a[^1]\n\n[^1]: b", "a[\\^*1* [^1]", "a: w b", "|a|\n|-|\n|b|\n|\n",
    "|a|\n|-|\n|b|\n| \t\n",
    "|a|\n|-|\n||\nb\n\n", "|a|\n|-|\r\n|b|\r\nc\r\n|\r\n", "> |a|\n> |-|\n> |b|\n> |\n", "a|b\n-|-\n \\|c\n",
    "|a|\n|-|\n|b|\r|c|\n",
  ]) func agreesOnPartsOfTheSyntax(_ text: String) { check(text) }

  @Test(arguments: 300..<304) func agreesOnWholePages(_ seed: UInt64) {
    var generator = MarkdownGenerator(seed: seed)
    var mutator = Mutator(seed: seed)
    for _ in 0..<120 {
      let text = generator.document()
      check(text)
      check(mutator.mutate(text))
    }
  }

  /// The pages hold nothing that cmark edits the special characters for, and are read in the midst of one that does.
  @Test(arguments: 400..<404) func readsTheSameWhileSpecialCharactersAreEdited(_ seed: UInt64) {
    var generator = MarkdownGenerator(seed: seed)
    let pages = (0..<60).map { _ in
      let text = ["~", "://", "www."].reduce(generator.document()) { $0.replacing($1, with: "w:") }
      return SourceFile(path: "a.md", text: text)
    }
    let read = { pages.map { Document.parse($0).document?.read(nodes) } }
    let expected = read()
    var edited: [[String]?] = []
    inTheMidstOfInlines { edited = read() }
    #expect(edited == expected)
  }

  /// Calls a function while cmark parses inlines with all of its extensions.
  private func inTheMidstOfInlines(_ body: () -> Void) {
    cmark_gfm_core_extensions_ensure_registered()
    let parser = cmark_parser_new(CMARK_OPT_DEFAULT)
    defer { cmark_parser_free(parser) }
    let hook = cmark_syntax_extension_new("hook")
    defer { cmark_syntax_extension_free(cmark_get_default_mem_allocator(), hook) }
    cmark_syntax_extension_set_match_inline_func(hook) { hook, _, _, _, _ in
      cmark_syntax_extension_get_private(hook)?.assumingMemoryBound(to: (() -> Void).self).pointee()
      return nil
    }
    for name in ["strikethrough", "autolink"] {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    cmark_parser_attach_syntax_extension(parser, hook)
    cmark_parser_feed(parser, "a", 1)
    withoutActuallyEscaping(body) { body in
      var body = body
      withUnsafeMutablePointer(to: &body) { place in
        cmark_syntax_extension_set_private(hook, place, nil)
        let address = Parser.inlineParsing.withLock { _ in UInt(bitPattern: cmark_parser_finish(parser)) }
        cmark_syntax_extension_set_private(hook, nil, nil)
        cmark_node_free(UnsafeMutablePointer(bitPattern: address))
      }
    }
  }

  private func check(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let source = SourceFile(path: "a.md", text: text)
    guard let document = Document.parse(source).document else { return }
    let (ours, expected) = (document.read(nodes), oracle(text))
    let difference = zip(ours, expected).first { $0 != $1 }
    #expect(
      difference == nil && ours.count == expected.count, "\(text.debugDescription)",
      sourceLocation: sourceLocation)
  }

  private func oracle(_ text: String) -> [String] {
    cmark_gfm_core_extensions_ensure_registered()
    // Where no footnote can be, cmark would still take what looks like a reference out of memory that does not
    // hold it.
    let options = text.contains("[^") ? CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT
    let parser = cmark_parser_new(options)
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    // The empty line that ours is made with, and the ending that it gives the last line. cmark passes over a
    // byte order mark on its first line only, which is not the file's.
    let hasMark = text.unicodeScalars.first == "\u{FEFF}"
    var bytes = [UInt8(ascii: "\n")] + Array(text.utf8.dropFirst(hasMark ? 3 : 0))
    if bytes.last != UInt8(ascii: "\n"), bytes.last != UInt8(ascii: "\r") { bytes.append(UInt8(ascii: "\n")) }
    bytes.withUnsafeBufferPointer { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    let address = Parser.inlineParsing.withLock { _ in UInt(bitPattern: cmark_parser_finish(parser)) }
    guard let root = UnsafeMutablePointer<cmark_node>(bitPattern: address) else { return [] }
    defer { cmark_node_free(root) }
    return nodes(in: Node(root))
  }

  private func nodes(in root: Node) -> [String] {
    var nodes: [String] = []
    var walk = Walk(root)
    while let event = walk.next() {
      guard case .enter(let node) = event else { continue }
      // To cmark a box is checked wherever in its line `[x]` stands.
      let kind = node.isTaskItem ? "taskItem" : "\(node.kind)"
      nodes.append(
        "\(kind) \(node.reportedLine):\(node.reportedColumn) "
          + "\(node.reportedEndLine):\(node.reportedEndColumn) \(node.literal) \(node.destination)")
    }
    return nodes
  }
}
