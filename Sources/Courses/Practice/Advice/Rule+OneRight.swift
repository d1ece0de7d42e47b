import Diagnostics

extension Rule {
  package static let oneRight = Rule(
    "practice.one-right", .advice,
    "Only one choice of a Choose all is right, which readers do not expect there.")
}

extension ItemWritingAdvice {
  static func adviseOnOneRight(
    _ interaction: ChoiceInteraction, of question: Question, in context: inout QuestionContext
  ) {
    let right = interaction.choices.filter(\.isRight)
    guard question.kind == .chooseAll, right.count == 1, interaction.choices.count > 1 else { return }
    context.report(
      .oneRight, at: place(of: right[0].content, in: context), "only one choice is right here",
      help: "“\(context.vocabulary.words(for: .chooseOne))” may be fairer")
  }
}
