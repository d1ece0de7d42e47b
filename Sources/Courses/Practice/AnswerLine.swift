import Diagnostics
import Markdown

extension Rule {
  package static let answerBlock = Rule(
    "practice.answer-block", .error,
    "An accepted answer is more than one line of text, which nobody could type.")
}

/// An item of the list of a typed question: one line that is accepted, or struck out.
struct AnswerLine {
  /// The item.
  let item: AnswerItem
  /// The text of the line.
  let text: String
  /// The bytes of the text, without the marks around it.
  let span: Span
  /// Whether the text is code.
  let isExact: Bool
  /// Whether the text is not struck out.
  let isRight: Bool

  /// Reads the items of a list and reports those that are not one line of text.
  static func read(_ items: [Node], in context: inout QuestionContext) -> [AnswerLine] {
    var lines: [AnswerLine] = []
    for node in items {
      let item = AnswerItem(reading: node, as: "answer", in: &context)
      guard !item.content.allSatisfy(\.isBlank) else { continue }
      if let line = AnswerLine(item, in: &context) { lines.append(line) }
    }
    if !lines.isEmpty, lines.allSatisfy({ !$0.isRight }), lines.count == items.count {
      context.report(
        .allStruck, at: context.firstLine(of: lines[0].item.node), "every answer in this list is struck out",
        help: "leave the right one plain")
    }
    return lines
  }

  private init?(_ item: AnswerItem, in context: inout QuestionContext) {
    guard let paragraph = item.content.first else { return nil }
    let parts = paragraph.childNodes
    let struck = parts.filter { $0.kind == .strikethrough }
    let isStruck = parts.count == 1 && struck.count == 1
    let inner = isStruck ? struck[0].childNodes : parts
    let isLine =
      item.content.count == 1 && item.lists.isEmpty && paragraph.kind == .paragraph
      && !parts.contains { $0.kind == .softBreak || $0.kind == .lineBreak }
    guard isLine || item.hasLostFeedback(in: context) else {
      Self.report(item, in: &context)
      return nil
    }
    let visible = isLine ? inner : Array(inner.prefix { $0.kind != .softBreak })
    if !isStruck, !struck.isEmpty {
      context.report(
        .halfStruck, at: context.span(of: paragraph),
        "“\(paragraph.plainText.trimmed)” is struck out in part",
        help: "strike out a whole option or none of it")
      return nil
    }
    guard let first = visible.first, let last = visible.last,
      visible.allSatisfy({ $0.kind == .text || $0.kind == .code || Self.isBareLink($0) })
    else {
      Self.report(item, in: &context)
      return nil
    }
    self.item = item
    text = visible.map(\.plainText).joined().trimmed
    span = context.source.span(
      context.span(of: first).range
        .lowerBound..<max(
          context.span(of: first).range.lowerBound, context.span(of: last).range.upperBound))
    isExact = visible.count == 1 && first.kind == .code
    isRight = !isStruck
  }

  /// Whether a node is an address that cmark made a link of its own accord.
  private static func isBareLink(_ node: Node) -> Bool {
    node.kind == .link && node.destination.hasSuffix(node.plainText)
  }

  private static func report(_ item: AnswerItem, in context: inout QuestionContext) {
    let block = item.content.count > 1 ? item.content[1] : item.lists.first ?? item.content[0]
    context.report(
      .answerBlock, at: context.firstLine(of: block), "an accepted answer is one line of text",
      help: "write one line, without markup; what explains it goes into a > under it")
  }
}
