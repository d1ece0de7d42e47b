import Diagnostics
import Testing

@testable import Markdown

/// A document made from a text of a test.
struct ParsedText {
  let document: Document

  /// - Parameters:
  ///   - text: the text, within the limits.
  ///   - offset: where the Markdown begins.
  init(_ text: String, from offset: Int = 0, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let source = SourceFile(path: "a.md", text: text)
    document = try #require(Document.parse(source, from: offset).document, sourceLocation: sourceLocation)
  }

  /// What stands at the place of each node of some kinds, in document order.
  func places(_ isMeant: (Node.Kind) -> Bool) -> [String] {
    document.read { root in
      var places: [String] = []
      var walk = Walk(root)
      while let event = walk.next() {
        guard case .enter(let node) = event, isMeant(node.kind) else { continue }
        places.append(text(at: document.span(of: node)))
      }
      return places
    }
  }

  /// The source at a place.
  func text(at span: Span) -> String {
    document.source.text(in: span.range)
  }

  /// The first node of a kind.
  func first(_ isMeant: (Node.Kind) -> Bool, in root: Node) throws -> Node {
    var walk = Walk(root)
    while let event = walk.next() {
      if case .enter(let node) = event, isMeant(node.kind) { return node }
    }
    return try #require(nil, "there is such a node")
  }
}
