import Diagnostics
import Markdown

/// Advice on writing questions, after Haladyna, Downing and Rodriguez, “A review of multiple-choice
/// item-writing guidelines for classroom assessment”, 2002. Each piece of it is a rule with a file of its own.
struct ItemWritingAdvice {
  /// Advises on a question that was read.
  static func advise(on question: Question, in context: inout QuestionContext) {
    switch question.interaction {
    case .choice(let interaction):
      adviseOnOneRight(interaction, of: question, in: &context)
      adviseOnLength(of: interaction.choices, in: &context)
      adviseOnTheAbove(interaction, of: question, in: &context)
      adviseOnCase(of: interaction.choices.map(\.content), named: "choice", in: &context)
      adviseOnNegation(of: question, in: &context)
      adviseToExplain(question, feedback: interaction.choices.compactMap(\.feedback), in: &context)
    case .trueOrFalse(let interaction):
      adviseToExplain(question, feedback: interaction.statements.compactMap(\.feedback), in: &context)
    case .sort(let interaction):
      adviseOnSizes(of: interaction.categories, in: &context)
      adviseOnCase(of: interaction.categories.map(\.label), named: "category", in: &context)
      adviseOnCase(of: interaction.categories.flatMap(\.members).map(\.content), named: "item", in: &context)
    case .match(let interaction):
      adviseOnCase(of: interaction.responses.map { [$0.content] }, named: "response", in: &context)
    default: break
    }
  }

  /// Advises on the questions of a page together.
  static func advise(onAll questions: [Question], in context: inout QuestionContext) {
    adviseOnFirst(of: questions, in: &context)
  }

  /// The first line of the item or row that holds some blocks.
  static func place(of content: [Node], in context: QuestionContext) -> Span {
    guard let first = content.first else { return context.source.span(0..<0) }
    return context.firstLine(of: first.parent ?? first)
  }
}
