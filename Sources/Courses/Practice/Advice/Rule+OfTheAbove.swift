import Diagnostics
import Markdown

extension Rule {
  package static let ofTheAbove = Rule(
    "practice.of-the-above", .advice,
    "A choice speaks of those above it, which stops making sense once choices are shuffled.")
}

extension ItemWritingAdvice {
  static func adviseOnTheAbove(
    _ interaction: ChoiceInteraction, of question: Question, in context: inout QuestionContext
  ) {
    guard question.settings.isShuffled, !interaction.isOrdered else { return }
    for choice in interaction.choices {
      let text = choice.content.map(\.plainText).joined(separator: " ").trimmed
      guard context.vocabulary.speaksOfTheAbove(text) else { continue }
      context.report(
        .ofTheAbove, at: place(of: choice.content, in: context),
        "“\(text)” stops making sense once choices are shuffled",
        help: "name what is meant, or number the choices (1. [ ] …) to keep their order")
    }
  }
}
