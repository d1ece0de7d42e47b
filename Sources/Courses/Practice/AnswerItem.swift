import Diagnostics
import Markdown

extension Rule {
  package static let emptyChoice = Rule(
    "practice.empty-choice", .error,
    "An item of the answers has no text, so there is nothing to choose.")
  package static let feedbackSwallowed = Rule(
    "practice.feedback-swallowed", .error, isFixable: true,
    "A feedback quote is indented so far that it became part of the text above.")
  package static let feedbackCode = Rule(
    "practice.feedback-code", .error, isFixable: true,
    "A feedback quote is indented so far that it became a code block.")
  package static let twoFeedback = Rule(
    "practice.two-feedback", .error, isFixable: true,
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
    let blocks = node.children.filter { !$0.isComment }
    quotes = blocks.filter(\.isBlockQuote)
    body = quotes.isEmpty ? blocks : blocks.filter { !$0.isBlockQuote }
    lists = body.filter(\.isList)
    content = lists.isEmpty ? body : body.filter { !$0.isList }
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
        notes: [.init("the first is here", at: context.firstLine(of: quotes[0]))],
        fixIt: Self.joining(extra, in: context))
    }
    for block in content {
      Self.checkIndent(of: block, under: node, hasFeedback: feedback != nil, in: &context)
    }
  }

  /// Whether a `>` under the item was read as something else, which is reported where the item is read.
  func hasLostFeedback(in context: QuestionContext) -> Bool {
    content.contains { Self.isCodeForFeedback($0) || Self.swallowedFeedback(in: $0, context) != nil }
  }

  /// Joins a quote with the one above it.
  private static func joining(_ quote: Node, in context: QuestionContext) -> FixIt? {
    guard let previous = quote.previous, previous.isBlockQuote else { return nil }
    let line = context.line(of: quote)
    let gap = context.lines(of: previous).upperBound..<line
    guard !gap.isEmpty, gap.allSatisfy({ context.text(ofLine: $0).trimmed.isEmpty }) else { return nil }
    let start = context.source.range(ofLine: line).lowerBound
    let indent = context.text(ofLine: line).prefix { $0 == " " || $0 == "\t" }
    let gapStart = context.source.range(ofLine: gap.lowerBound).lowerBound
    return FixIt(
      "join them with an empty > line", in: context.source.path,
      [FixIt.Edit(gapStart..<start, "\(indent)>\(context.source.lineEnding)")])
  }

  private static func checkIndent(
    of block: Node, under item: Node, hasFeedback: Bool, in context: inout QuestionContext
  ) {
    var help: String { "indent it by \(context.indent(under: item))" }
    if isCodeForFeedback(block) {
      context.report(
        .feedbackCode, at: context.firstLine(of: block),
        "indented this far, the feedback became a code block", help: help,
        fixIt: hasFeedback ? nil : context.indentingQuote(context.lines(of: block), under: item))
    } else if let place = swallowedFeedback(in: block, context) {
      let first = context.source.line(at: place.range.lowerBound)
      let rest = first..<max(first + 1, context.lines(of: block).upperBound)
      let end = rest.first { !context.text(ofLine: $0).trimmed.hasPrefix(">") } ?? rest.upperBound
      context.report(
        .feedbackSwallowed, at: place, "this > is indented too far, so it became part of the text above",
        help: help, fixIt: hasFeedback ? nil : context.indentingQuote(first..<end, under: item))
    }
  }

  private static func isCodeForFeedback(_ block: Node) -> Bool {
    block.isCodeBlock && !block.isFenced && block.literal.trimmed.hasPrefix(">")
  }

  /// The first line of a paragraph that begins with an unescaped `>`.
  private static func swallowedFeedback(in block: Node, _ context: QuestionContext) -> Span? {
    guard block.isParagraph else { return nil }
    for text in block.children
    where text.isText && text.previous?.isSoftBreak == true
      && text.withLiteral({ $0.first == UInt8(ascii: ">") })
    {
      let place = context.source.span(ofLine: context.line(of: text))
      if context.source.text(in: place.range).hasPrefix(">") { return place }
    }
    return nil
  }
}
