import Diagnostics
import TestSupport
import Testing

@testable import Markdown

/// What cmark is not asked to look for is not there.
@Suite struct RareSyntaxTests {
  @Test(arguments: [
    "a@b.example", "a&commat;b.example", "a&#64;b.example", "a&#x40;b.example", "www.a.example",
    "https://a.example", "a[^1]\n\n[^1]: b", "a[\\^*1*]", "a: w b",
  ]) func findsWhatStandsAlone(_ text: String) { check(text + "\n") }

  @Test(arguments: 300..<304) func leavesNothingOut(_ seed: UInt64) {
    var generator = MarkdownGenerator(seed: seed)
    var mutator = Mutator(seed: seed)
    for _ in 0..<120 {
      let text = generator.document()
      check(text)
      check(mutator.mutate(text))
    }
  }

  /// Compares the tree of a page with the one that cmark makes when it looks for everything.
  private func check(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let source = SourceFile(path: "a.md", text: text)
    let everything = RareSyntax(footnotes: true, addresses: true, urls: true, hosts: true)
    #expect(
      tree(of: source, RareSyntax(in: source, from: 0)) == tree(of: source, everything),
      "\(text.debugDescription)", sourceLocation: sourceLocation)
  }

  private func tree(of source: SourceFile, _ syntax: RareSyntax) -> [String]? {
    let parser = Parser(for: syntax)
    var feed = BlockFeed(source, from: 0)
    guard feed.run(into: parser) == nil else { return nil }
    let root = parser.finish()
    var nodes: [String] = []
    var walk = Walk(root)
    while let event = walk.next() {
      guard case .enter(let node) = event else { continue }
      nodes.append(
        "\(node.kind) \(node.reportedLine):\(node.reportedColumn) \(node.reportedEndLine):\(node.reportedEndColumn) "
          + "\(node.literal) \(node.destination)")
    }
    return nodes
  }
}
