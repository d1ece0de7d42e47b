import Diagnostics
import Markdown

extension Rule {
  package static let emptyChoice = Rule(
    "practice.empty-choice", .error,
    "An item of the answers has no text, so there is nothing to choose.")
  package static let feedbackSwallowed = Rule(
    "practice.feedback-swallowed", .error,
    "A feedback quote is indented so far that it became part of the text above.")
  package static let feedbackCode = Rule(
    "practice.feedback-code", .error,
    "A feedback quote is indented so far that it became a code block.")
  package static let twoFeedback = Rule(
    "practice.two-feedback", .error,
    "An item has a second feedback quote, which would not be shown.")
}

/// An item of an answer list, taken apart.
struct AnswerItem {
  /// The item.
  let node: Node
  /// Its blocks but for quotes, in order.
  let body: [Node]
  /// Its blocks but for quotes and nested lists.
  let content: [Node]
  /// The lists nested in it.
  let lists: [Node]
  /// The block quotes in it; the first is the feedback.
  let quotes: [Node]

  /// The quote that explains it.
  var feedback: Node? { quotes.first }

  /// Takes an item apart.
  init(_ node: Node) {
    self.node = node
    let blocks = node.childNodes.filter { !$0.isComment }
    quotes = blocks.filter { $0.kind == .blockQuote }
    body = blocks.filter { $0.kind != .blockQuote }
    lists = body.filter(\.isList)
    content = body.filter { !$0.isList }
  }

  /// Reads an item with its feedback and reports what is wrong with either.
  ///
  /// - Parameters:
  ///   - what: what the item is, for messages, such as `choice`.
  ///   - isEmptyReported: whether another rule has already told that it is empty.
  init(
    reading node: Node, as what: String, isEmptyReported: Bool = false, in context: inout QuestionContext
  ) {
    self.init(node)
    if !isEmptyReported, content.allSatisfy(\.isBlank) {
      context.report(
        .emptyChoice, at: context.firstLine(of: node), "this \(what) has no text",
        help: "write its text, or remove the line")
    }
    for extra in quotes.dropFirst() {
      context.report(
        .twoFeedback, at: context.firstLine(of: extra), "this item has two feedback quotes",
        help: "join them with an empty `>` line",
        notes: [.init("the first is here", at: context.firstLine(of: quotes[0]))])
    }
    for block in content { Self.checkIndent(of: block, under: node, in: &context) }
  }

  /// Whether a `>` under the item was read as something else, which is reported where the item is read.
  func hasLostFeedback(in context: QuestionContext) -> Bool {
    content.contains { Self.isCodeForFeedback($0) || Self.swallowedFeedback(in: $0, context) != nil }
  }

  private static func checkIndent(of block: Node, under item: Node, in context: inout QuestionContext) {
    let help = "indent it by \(context.indent(under: item))"
    if isCodeForFeedback(block) {
      context.report(
        .feedbackCode, at: context.firstLine(of: block),
        "indented this far, the feedback became a code block", help: help)
    } else if let place = swallowedFeedback(in: block, context) {
      context.report(
        .feedbackSwallowed, at: place, "this > is indented too far, so it became part of the text above",
        help: help)
    }
  }

  private static func isCodeForFeedback(_ block: Node) -> Bool {
    block.kind == .codeBlock && !block.isFenced && block.literal.trimmed.hasPrefix(">")
  }

  /// The first line of a paragraph that begins with an unescaped `>`.
  private static func swallowedFeedback(in block: Node, _ context: QuestionContext) -> Span? {
    guard block.kind == .paragraph else { return nil }
    for text in block.children
    where text.kind == .text && text.previous?.kind == .softBreak && text.literal.hasPrefix(">") {
      let place = context.source.span(ofLine: context.line(of: text))
      if context.source.text(in: place.range).hasPrefix(">") { return place }
    }
    return nil
  }
}
