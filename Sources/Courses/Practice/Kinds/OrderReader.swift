import Diagnostics
import Markdown

extension Rule {
  package static let orderStart = Rule(
    "practice.order-start", .error, isFixable: true,
    "The steps of an Order do not start at 1, so one may be missing.")
  package static let orderNumber = Rule(
    "practice.order-number", .warning, isFixable: true,
    "The number of a step does not follow the one before; the order of the lines is what counts.")
  package static let fewSteps = Rule(
    "practice.few-steps", .error,
    "An Order has fewer than three steps, so guessing puts them right half the time.")
}

/// Reads the steps of Order.
struct OrderReader: AnswerReader {
  static let shape = AnswerShape.orderedList

  static func read(_ draft: QuestionDraft, in context: inout QuestionContext) -> Interaction? {
    let items = draft.parts.items
    guard let first = items.first, case .list(let list)? = draft.parts.answers.first?.kind else { return nil }
    let start = list.start ?? 1
    if start != 1 {
      context.report(
        .orderStart, at: context.firstLine(of: first), "the list starts at \(start)", help: "start at 1",
        // Where the first number is larger, a step may have been lost.
        fixIt: start == 0 ? context.renumbering(items) : nil)
    }
    checkNumbers(of: items, from: start, in: &context)
    if items.count < 3 {
      context.report(
        .fewSteps, at: context.firstLine(of: first),
        "“\(context.vocabulary.words(for: .order))” needs at least three steps", help: "add a step")
    }
    var repetition = Repetition(count: items.count)
    let steps = items.map { node in
      let item = AnswerItem(reading: node, as: "step", in: &context)
      let content = item.body
      if !item.content.allSatisfy(\.isBlank),
        let before = repetition.note(ContentDigest.of(content), at: node)
      {
        context.reportRepetition(
          .dupItem, at: context.firstLine(of: node), of: before, { "this item is also at line \($0)" },
          help: "word one of the two otherwise")
      }
      return OrderInteraction.Step(content: content, feedback: item.feedback)
    }
    return .order(OrderInteraction(steps: steps))
  }

  /// Reports the first step whose number neither follows the one before nor fits its place.
  private static func checkNumbers(of items: [Node], from start: Int, in context: inout QuestionContext) {
    var previous = start
    for (index, item) in items.enumerated().dropFirst() {
      let place = context.span(of: item).range.lowerBound
      let digits = context.source.bytes[place...].prefix {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      }
      guard let number = Int(String(decoding: digits, as: UTF8.self)) else { continue }
      if number != previous + 1, number != start + index {
        context.report(
          .orderNumber, at: context.source.span(place..<place + digits.count),
          "numbered \(number); \(previous + 1) was expected",
          help: "number the lines in their order, which is what counts",
          fixIt: context.renumbering(items))
        return
      }
      previous = number
    }
  }
}

extension OrderInteraction: KeyedInteraction {
  func addContent(to digest: inout ContentDigest) {
    digest.add(unordered: steps.map(\.content))
  }

  func addKey(to digest: inout ContentDigest) {
    for step in steps {
      digest.add("step")
      digest.add(step.content)
    }
  }
}
