import Diagnostics
import Markdown

/// Reads the statements of True or false.
struct TrueOrFalseReader: AnswerReader {
  static let shape = AnswerShape.taskList

  static func read(_ draft: QuestionDraft, in context: inout QuestionContext) -> Interaction? {
    let items = CheckedItem.read(draft.parts.items, as: "statement", in: &context)
    return .trueOrFalse(
      TrueOrFalseInteraction(
        statements: items.map {
          .init(content: $0.item.body, isTrue: $0.isChecked, feedback: $0.item.feedback)
        }))
  }
}

extension TrueOrFalseInteraction: KeyedInteraction {
  func addContent(to digest: inout ContentDigest) {
    for statement in statements {
      digest.add("statement")
      digest.add(statement.content)
    }
  }

  func addKey(to digest: inout ContentDigest) {
    digest.add(unordered: statements) { statement, digest in
      digest.add(statement.isTrue ? "true" : "false")
      digest.add(statement.content)
    }
  }
}
