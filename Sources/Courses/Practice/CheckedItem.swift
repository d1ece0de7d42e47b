import Diagnostics
import Markdown

extension Rule {
  package static let dupChoice = Rule(
    "practice.dup-choice", .error,
    "A choice stands twice, and one of the two would be marked wrong.")
  package static let boxInChoice = Rule(
    "practice.box-in-choice", .error,
    "A check box lies in a list inside a choice, where it looks like a choice and is none.")
}

/// An item of a task list, taken apart.
struct CheckedItem {
  /// The item.
  let item: AnswerItem
  /// Whether its box is checked.
  let isChecked: Bool

  /// Reads the items of a task list and reports what is wrong with each.
  ///
  /// - Parameter what: what an item is, for messages, such as `choice`.
  static func read(_ items: [Node], as what: String, in context: inout QuestionContext) -> [CheckedItem] {
    var repetition = Repetition(count: items.count)
    return items.map { node in
      let box = Box(of: node)
      box.check(of: node, in: &context)
      let isBoxAlone = box.isWhole && !node.isTaskItem
      if isBoxAlone {
        context.report(
          .emptyChoice, at: context.firstLine(of: node), "this \(what) has no text",
          help: "write its text, or remove the line")
      }
      let item = AnswerItem(reading: node, as: what, isEmptyReported: isBoxAlone, in: &context)
      checkNested(item, in: &context)
      let content = ContentDigest.of(item.body)
      if !isBoxAlone, !item.content.allSatisfy(\.isBlank), let first = repetition.note(content, at: node) {
        context.reportRepetition(
          .dupChoice, at: context.firstLine(of: node), of: first, { "this \(what) repeats line \($0)" },
          help: "change one of the two, or remove it")
      }
      return CheckedItem(item: item, isChecked: box.isChecked)
    }
  }

  private static func checkNested(_ item: AnswerItem, in context: inout QuestionContext) {
    for list in item.lists {
      var walk = Walk(list)
      while let event = walk.next() {
        guard case .enter(let node) = event, node.isTaskItem else { continue }
        context.report(
          .boxInChoice, at: context.firstLine(of: node),
          "a check box inside a choice is not a choice of its own",
          help: "use a plain bullet, or indent it as the other choices are")
        break
      }
    }
  }
}
