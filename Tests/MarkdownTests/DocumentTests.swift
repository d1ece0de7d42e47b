import Diagnostics
import Testing

@testable import Markdown

@Suite struct DocumentTests {
  @Test func givesTypedNodes() throws {
    let source = SourceFile(path: "a.md", text: "# A *b*\n\n- [x] ~~c~~\n")
    let document = try #require(Document.parse(source).document)
    let kinds = document.read { root in
      var kinds: [Node.Kind] = []
      var walk = Walk(root)
      while let event = walk.next() { if case .enter(let node) = event { kinds.append(node.kind) } }
      return kinds
    }
    #expect(
      kinds == [
        .document, .heading(level: 1), .text, .emphasis, .text, .list(.init(start: nil, isTight: true)),
        .taskItem(isChecked: true), .paragraph, .strikethrough, .text,
      ])
  }
}
