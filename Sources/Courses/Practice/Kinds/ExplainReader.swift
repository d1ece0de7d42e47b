import Diagnostics
import Markdown

extension Rule {
  package static let noModel = Rule(
    "practice.no-model", .error,
    "An Explain has no model answer for readers to compare theirs with.")
}

/// Reads the model answer of Explain.
struct ExplainReader: AnswerReader {
  static let shape = AnswerShape.none

  static func read(_ draft: QuestionDraft, in context: inout QuestionContext) -> Interaction? {
    guard let model = draft.modelAnswer else {
      let words = context.vocabulary.words(for: .modelAnswer)
      context.report(
        .noModel, at: context.firstLine(of: draft.heading.node),
        "“\(context.vocabulary.words(for: .explain))” needs a model answer", help: "add > **\(words):** …")
      return nil
    }
    let list = model.quote.childNodes.first(where: \.isBulletList)
    return .explain(ExplainInteraction(model: model, points: list?.childNodes ?? [], pointList: list))
  }
}

extension ExplainInteraction: KeyedInteraction {
  // The reader's text answers the prompt alone; a better model answer costs nobody their text.
  func addContent(to digest: inout ContentDigest) {}

  func addKey(to digest: inout ContentDigest) { digest.add(model.quote) }
}
