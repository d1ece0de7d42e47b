import Diagnostics
import Markdown

extension PageReader {
  /// Checks raw HTML: outside questions a few elements may stand, in questions none.
  ///
  /// - Parameter questionHeadings: the headings that open questions, those with mistakes included.
  mutating func checkRawHTML(of root: Node, questionHeadings: Set<Node>) {
    var prose: [Node] = []
    var isInQuestion = false
    for block in root.children {
      if case .heading = block.kind { isInQuestion = questionHeadings.contains(block) }
      if !isInQuestion {
        prose.append(block)
        continue
      }
      diagnostics += RawHTMLCheck.diagnostics(of: document, in: prose)
      prose = []
      reportHTML(inQuestionBlock: block)
    }
    diagnostics += RawHTMLCheck.diagnostics(of: document, in: prose)
  }

  /// Reports the first tag of a block, or other markup that is no comment.
  private mutating func reportHTML(inQuestionBlock block: Node) {
    var walk = Walk(block)
    while let event = walk.next() {
      guard case .enter(let node) = event, node.kind == .htmlBlock || node.kind == .htmlInline else {
        continue
      }
      let token = node.withLiteral { bytes in
        RawHTML(bytes).first { $0.kind != .comment && $0.kind != .text }
      }
      guard let token else { continue }
      diagnostics.append(
        Diagnostic(
          .rawHTML, at: document.span(of: token.range, inLiteralOf: node),
          "raw HTML is not used in questions",
          help: "write it in Markdown, or remove it"))
      return
    }
  }
}
