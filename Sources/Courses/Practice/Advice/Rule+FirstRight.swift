import Diagnostics

extension Rule {
  package static let firstRight = Rule(
    "practice.first-right", .advice,
    "In all questions of a page that keep the order of their choices the first one is right, which readers find out soon."
  )
}

extension ItemWritingAdvice {
  /// How many questions make a habit: by chance all of so few would rarely begin with the right choice.
  private static let habit = 3

  static func adviseOnFirst(of questions: [Question], in context: inout QuestionContext) {
    let kept = questions.compactMap { question -> ChoiceInteraction? in
      guard question.kind == .chooseOne, case .choice(let interaction) = question.interaction,
        interaction.isOrdered || !question.settings.isShuffled
      else { return nil }
      return interaction
    }
    guard kept.count >= habit, kept.allSatisfy({ $0.choices.first?.isRight == true }) else { return }
    let places = kept.compactMap { $0.choices.first.map { place(of: $0.content, in: context) } }
    context.report(
      .firstRight, at: places[0],
      "in all \(kept.count) questions that keep the order of their choices the first one is right",
      help: "move the right choice of some, or let them be shuffled: bullets, and no “shuffle: no”",
      notes: places.dropFirst().map { Diagnostic.Note("and here", at: $0) })
  }
}
