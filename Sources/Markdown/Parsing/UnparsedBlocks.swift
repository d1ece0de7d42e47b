import Diagnostics

/// The blocks whose inlines are not parsed yet, in document order, with the text that cmark will read
/// them from.
struct UnparsedBlocks {
  private let source: SourceFile
  private let extraLines: Int
  private var walk: Walk

  /// - Parameters:
  ///   - root: the document node.
  ///   - source: the file.
  ///   - extraLines: how many lines more cmark counts.
  init(_ root: Node, in source: SourceFile, extraLines: Int) {
    self.source = source
    self.extraLines = extraLines
    walk = Walk(root)
  }

  /// The next block with text.
  mutating func next() -> (node: Node, content: UnsafeBufferPointer<UInt8>)? {
    while let event = walk.next() {
      guard case .enter(let node) = event, node.firstChild == nil, hasText(node) else { continue }
      return (node, node.unparsedContent)
    }
    return nil
  }

  private func hasText(_ node: Node) -> Bool {
    switch node.kind {
    case .paragraph: true
    // A cell that its row leaves out has column 0.
    case .tableCell: node.reportedColumn > 0
    case .heading: hasTextBehindMarkers(node)
    default: false
    }
  }

  /// Whether the first line of a heading holds anything but the number signs that make it one.
  private func hasTextBehindMarkers(_ heading: Node) -> Bool {
    let line = heading.reportedLine - extraLines
    guard let start = source.offset(line: line, byteColumn: max(heading.reportedColumn, 1)) else {
      return false
    }
    let mostSigns = 6
    let text = source.bytes[start..<source.range(ofLine: line).upperBound]
    // Behind the signs only a space or a tab makes it one; other white space makes it the text of a paragraph.
    return text.contains { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
      || text.prefix { $0 == UInt8(ascii: "#") }.count > mostSigns
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
