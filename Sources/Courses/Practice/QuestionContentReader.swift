import Diagnostics
import Markdown

extension Rule {
  package static let boxInQuote = Rule(
    "practice.box-in-quote", .error,
    "A check box stands in a block quote, where Markdown does not read it as one.")
  package static let footnotePlace = Rule(
    "practice.footnote-place", .error,
    "A footnote stands where a control or its name does, which cannot hold a link.")
}

/// Checks what the blocks of a question hold, whatever they are for.
struct QuestionContentReader {
  /// Reports check boxes that are none, check boxes and labels inside quotes, and footnotes inside answers.
  ///
  /// - Parameters:
  ///   - blocks: the question's blocks.
  ///   - answers: those of them that hold its answers.
  static func check(_ blocks: [Node], answers: [Node], in context: inout QuestionContext) {
    let labels = LabelReader(vocabulary: context.vocabulary)
    for block in blocks {
      var walk = Walk(block)
      while let event = walk.next() {
        guard case .enter(let node) = event else { continue }
        switch node.kind {
        case .text: Box.checkMarker(before: node, in: &context)
        case .blockQuote:
          labels.checkInside(of: node, in: &context)
          checkBoxes(in: node, &context)
          walk.skipChildren(of: node)
        default: break
        }
      }
    }
    guard context.document.mayReferToFootnotes else { return }
    for block in answers { checkFootnotes(in: block, &context) }
  }

  /// Reports the first check box of a quote.
  private static func checkBoxes(in quote: Node, _ context: inout QuestionContext) {
    var walk = Walk(quote)
    while let event = walk.next() {
      guard case .enter(let node) = event, node.kind == .item || node.isTaskItem,
        let paragraph = node.firstChild, paragraph.isParagraph
      else { continue }
      let text = paragraph.firstChild?.literal ?? ""
      let isBox = node.isTaskItem || ["[ ] ", "[x] ", "[X] "].contains { text.hasPrefix($0) }
      guard isBox else { continue }
      let start = context.span(of: paragraph).range.lowerBound
      context.report(
        .boxInQuote, at: context.source.span(start..<start + 3),
        "a check box inside a block quote is not read as one", help: "use a plain bullet")
      return
    }
  }

  private static func checkFootnotes(in block: Node, _ context: inout QuestionContext) {
    var walk = Walk(block)
    while let event = walk.next() {
      guard case .enter(let node) = event else { continue }
      if node.isBlockQuote { walk.skipChildren(of: node) }
      guard node.kind == .footnoteReference else { continue }
      context.report(
        .footnotePlace, at: context.span(of: node), "a footnote cannot stand in an answer",
        help: "put it into the prompt or into the feedback")
    }
  }
}
