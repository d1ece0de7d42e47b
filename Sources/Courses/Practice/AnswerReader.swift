import Diagnostics
import Markdown

/// Reads the answers of the questions of one kind.
protocol AnswerReader {
  /// The shape of the block that holds them.
  static var shape: AnswerShape { get }

  /// Reads the answers and reports what is wrong with them.
  ///
  /// - Parameters:
  ///   - draft: the question, with an answer block of the right shape.
  ///   - context: where diagnostics go.
  /// - Returns: nil where there is nothing that a learner could do.
  static func read(_ draft: QuestionDraft, in context: inout QuestionContext) -> Interaction?
}

/// A question as far as it is read before its answers are.
struct QuestionDraft {
  let page: PageID
  let heading: Heading
  let id: String
  let kind: QuestionKind
  let parts: QuestionParts
  let modelAnswer: LabelledQuote?
  let settings: QuestionSettings
}

extension QuestionKind {
  /// What reads the answers of this kind.
  var reader: any AnswerReader.Type {
    switch self {
    case .chooseOne, .chooseAll: ChoiceReader.self
    case .trueOrFalse: TrueOrFalseReader.self
    case .sort: SortReader.self
    case .match: MatchReader.self
    case .order: OrderReader.self
    case .fillIn: FillInReader.self
    case .answer: ShortAnswerReader.self
    case .number: NumberReader.self
    case .explain: ExplainReader.self
    case .cards: CardsReader.self
    }
  }
}

/// Tells of answers that stand twice.
struct Repetition {
  private var first: [String: Node] = [:]

  /// - Parameter count: how many contents there will be at the most.
  init(count: Int = 0) {
    first.reserveCapacity(count)
  }

  /// Takes note of a content.
  ///
  /// - Returns: the node that said the same before.
  mutating func note(_ content: String, at node: Node) -> Node? {
    guard let before = first.updateValue(node, forKey: content) else { return nil }
    first[content] = before
    return before
  }
}

extension QuestionContext {
  /// Reports the second of two equal things.
  mutating func reportRepetition(
    _ rule: Rule, at span: Span, of first: Node, _ message: (_ line: Int) -> String, help: String
  ) {
    report(
      rule, at: span, message(line(of: first)), help: help,
      notes: [.init("the first is here", at: firstLine(of: first))])
  }
}
