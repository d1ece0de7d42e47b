import Diagnostics
import Markdown

extension Rule {
  package static let dupAnswer = Rule(
    "practice.dup-answer", .error,
    "An answer is the same as another one once case and spacing are ignored, so it says nothing new.")
}

/// Reads the accepted and the known wrong answers of Answer.
struct ShortAnswerReader: AnswerReader {
  static let shape = AnswerShape.bulletList

  static func read(_ draft: QuestionDraft, in context: inout QuestionContext) -> Interaction? {
    let lines = AnswerLine.read(draft.parts.items, in: &context)
    var repetition = Repetition()
    for line in lines {
      let content = line.isExact ? "=" + line.text : TextComparison.normalized(line.text)
      guard let first = repetition.note(content, at: line.item.node) else { continue }
      context.reportRepetition(
        .dupAnswer, at: context.firstLine(of: line.item.node), of: first,
        { "this is the same answer as line \($0) once case and spacing are ignored" },
        help: "remove it, or write it as `code` to make them matter")
    }
    guard !lines.isEmpty else { return nil }
    return .answer(
      AnswerInteraction(
        answers: lines.map {
          .init(text: $0.text, isExact: $0.isExact, isRight: $0.isRight, feedback: $0.item.feedback)
        }))
  }
}

extension AnswerInteraction: KeyedInteraction {
  func addContent(to digest: inout ContentDigest) {}

  func addKey(to digest: inout ContentDigest) {
    digest.add(unordered: answers) { answer, digest in
      digest.add(answer.isRight ? "right" : "wrong")
      digest.add(answer.isExact ? "=\(answer.text)" : answer.text)
    }
  }
}
