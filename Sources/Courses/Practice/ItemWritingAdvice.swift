import Diagnostics
import Markdown

extension Rule {
  package static let oneRight = Rule(
    "practice.one-right", .advice,
    "Only one choice of a Choose all is right, which readers do not expect there.")
  package static let unexplained = Rule(
    "practice.unexplained", .advice,
    "Nothing explains the answer, so whoever was wrong does not learn why.")
  package static let longestRight = Rule(
    "practice.longest-right", .advice,
    "The right choice is much longer than the others, which gives it away.")
  package static let ofTheAbove = Rule(
    "practice.of-the-above", .advice,
    "A choice speaks of those above it, which stops making sense once choices are shuffled.")
}

/// Advice on writing choices, after Haladyna, Downing and Rodriguez, “A review of multiple-choice
/// item-writing guidelines for classroom assessment”, 2002.
struct ItemWritingAdvice {
  /// Advises on a question that was read.
  static func advise(on question: Question, in context: inout QuestionContext) {
    switch question.interaction {
    case .choice(let interaction):
      advise(on: interaction, of: question, in: &context)
      adviseToExplain(question, feedback: interaction.choices.compactMap(\.feedback), in: &context)
    case .trueOrFalse(let interaction):
      adviseToExplain(question, feedback: interaction.statements.compactMap(\.feedback), in: &context)
    default: break
    }
  }

  private static func adviseToExplain(
    _ question: Question, feedback: [Node], in context: inout QuestionContext
  ) {
    guard question.why == nil, feedback.isEmpty else { return }
    context.report(
      .unexplained, at: context.firstLine(of: question.heading.node), "nothing explains the answer",
      help: "add > **\(context.vocabulary.words(for: .why)):** or feedback under the wrong choices")
  }

  private static func advise(
    on interaction: ChoiceInteraction, of question: Question, in context: inout QuestionContext
  ) {
    let right = interaction.choices.filter(\.isRight)
    if question.kind == .chooseAll, right.count == 1, interaction.choices.count > 1 {
      context.report(
        .oneRight, at: place(of: right[0], in: context), "only one choice is right here",
        help: "“\(context.vocabulary.words(for: .chooseOne))” may be fairer")
    }
    if right.count == 1, interaction.choices.count > 2 {
      let longestWrong = interaction.choices.filter { !$0.isRight }.map(length).max() ?? 0
      // Half as long again and some words more: a difference that a guesser sees at a glance.
      if length(of: right[0]) > longestWrong * 3 / 2, length(of: right[0]) > longestWrong + 15 {
        context.report(
          .longestRight, at: place(of: right[0], in: context),
          "the right choice is much longer than the others, which gives it away",
          help: "shorten it, or move what explains it into feedback")
      }
    }
    guard question.settings.isShuffled, !interaction.isOrdered else { return }
    for choice in interaction.choices {
      let text = choice.content.map(\.plainText).joined(separator: " ").trimmed
      guard text.lowercased().contains("of the above") else { continue }
      context.report(
        .ofTheAbove, at: place(of: choice, in: context),
        "“\(text)” stops making sense once choices are shuffled",
        help: "name what is meant, or number the choices (1. [ ] …) to keep their order")
    }
  }

  private static func length(of choice: ChoiceInteraction.Choice) -> Int {
    choice.content.map { $0.plainText.count }.reduce(0, +)
  }

  private static func place(of choice: ChoiceInteraction.Choice, in context: QuestionContext) -> Span {
    choice.content.first?.parent.map(context.firstLine(of:)) ?? context.source.span(0..<0)
  }
}
