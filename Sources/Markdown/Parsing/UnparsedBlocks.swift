/// The blocks whose inlines are not parsed yet, in document order, with the text that cmark will read
/// them from.
struct UnparsedBlocks: Sequence, IteratorProtocol {
  private var walk: Walk

  /// - Parameter root: the document node.
  init(_ root: Node) {
    walk = Walk(root)
  }

  mutating func next() -> (node: Node, content: UnsafeBufferPointer<UInt8>)? {
    while let event = walk.next() {
      if case .enter(let node) = event, node.holdsInlines { return (node, node.unparsedContent) }
    }
    return nil
  }
}

extension Node {
  /// Whether cmark reads inlines from its text.
  var holdsInlines: Bool {
    switch kind {
    case .paragraph, .heading, .tableCell: true
    default: false
    }
  }
}
