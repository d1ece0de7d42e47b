import Diagnostics
import Markdown

extension Rule {
  package static let noneRight = Rule(
    "practice.none-right", .error,
    "A choice question has no right choice, so nobody could answer it.")
  package static let manyRight = Rule(
    "practice.many-right", .error,
    "A question of which one choice is right has several right ones.")
  package static let fewChoices = Rule(
    "practice.few-choices", .error,
    "A choice question has fewer than two choices, so there is nothing to choose between.")
  package static let allRight = Rule(
    "practice.all-right", .warning,
    "Every choice is right, so whoever marks all of them passes without reading.")
}

/// Reads the choices of Choose one and Choose all.
struct ChoiceReader: AnswerReader {
  static let shape = AnswerShape.taskList

  static func read(_ draft: QuestionDraft, in context: inout QuestionContext) -> Interaction? {
    let choices = CheckedItem.read(draft.parts.items, as: "choice", in: &context)
    guard let first = choices.first else { return nil }
    if choices.count < 2 {
      context.report(
        .fewChoices, at: context.firstLine(of: first.item.node),
        "a choice question needs at least two choices",
        help: "add a choice: - [ ] …")
    } else {
      checkRight(choices, of: draft, in: &context)
    }
    let isOrdered = draft.parts.answers.first?.isBulletList == false
    return .choice(
      ChoiceInteraction(
        choices: choices.map {
          .init(content: $0.item.body, isRight: $0.isChecked, feedback: $0.item.feedback)
        }, isOrdered: isOrdered))
  }

  private static func checkRight(
    _ choices: [CheckedItem], of draft: QuestionDraft, in context: inout QuestionContext
  ) {
    let right = choices.filter(\.isChecked)
    var first: Span { context.firstLine(of: choices[0].item.node) }
    if right.isEmpty {
      context.report(.noneRight, at: first, "no choice is marked right", help: "put an x in a box: - [x]")
    } else if draft.kind == .chooseOne, right.count > 1 {
      let lines = right.map { String(context.line(of: $0.item.node)) }.joined(separator: ", ")
      let one = context.vocabulary.words(for: .chooseOne)
      context.report(
        .manyRight, at: context.firstLine(of: right[1].item.node),
        "“\(one)” has \(right.count) right choices (lines \(lines))",
        help: "use “\(context.vocabulary.words(for: .chooseAll))”, or keep one x",
        notes: [.init("the first is here", at: context.firstLine(of: right[0].item.node))])
    } else if draft.kind == .chooseAll, right.count == choices.count {
      context.report(
        .allRight, at: first, "every choice is marked right", help: "add a choice that is wrong: - [ ] …")
    }
  }
}

extension ChoiceInteraction: KeyedInteraction {
  func addContent(to digest: inout ContentDigest) {
    for choice in choices {
      digest.add("choice")
      digest.add(choice.content)
    }
  }

  func addKey(to digest: inout ContentDigest) {
    digest.add(unordered: choices.filter(\.isRight)) { choice, digest in
      digest.add("right")
      digest.add(choice.content)
    }
  }
}
