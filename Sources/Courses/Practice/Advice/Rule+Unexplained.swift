import Diagnostics
import Markdown

extension Rule {
  package static let unexplained = Rule(
    "practice.unexplained", .advice,
    "Nothing explains the answer, so whoever was wrong does not learn why.")
}

extension ItemWritingAdvice {
  static func adviseToExplain(_ question: Question, feedback: [Node], in context: inout QuestionContext) {
    guard question.why == nil, feedback.isEmpty else { return }
    context.report(
      .unexplained, at: context.firstLine(of: question.heading.node), "nothing explains the answer",
      help: "add > **\(context.vocabulary.words(for: .why)):** or feedback under the wrong choices")
  }
}
