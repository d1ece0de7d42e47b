import Markdown

/// A question of a practice page, as its author wrote it.
///
/// It holds views of the tree and is only valid inside ``Document/read(_:)``. A question with
/// mistakes is not made; ``QuestionReader`` reports them.
package struct Question {
  /// The heading that opens it.
  package let heading: Heading
  /// Its name on the page: the `id` setting, or the slug of the title without the kind.
  package let id: String
  /// The title's inline nodes, the kind and its colon cut off.
  package let title: QuestionTitle
  /// The blocks before the answers.
  package let prompt: [Node]
  /// What the learner does, with the key.
  package let interaction: Interaction
  /// The `Hint:` quotes in order.
  package let hints: [Node]
  /// The `Why:` quote.
  package let why: Node?
  /// What the `quiz` block says.
  package let settings: QuestionSettings
  /// The last block that belongs to it.
  package let lastBlock: Node

  package init(
    heading: Heading, id: String, title: QuestionTitle, prompt: [Node], interaction: Interaction,
    hints: [Node],
    why: Node?, settings: QuestionSettings, lastBlock: Node
  ) {
    self.heading = heading
    self.id = id
    self.title = title
    self.prompt = prompt
    self.interaction = interaction
    self.hints = hints
    self.why = why
    self.settings = settings
    self.lastBlock = lastBlock
  }
}

/// The title of a question: the heading without the kind that opens it.
package struct QuestionTitle {
  /// The words of the kind as the author wrote them, such as `Choose one`.
  package let kindWords: String
  /// The rest of the text node in which the colon stands, white space at its start cut off.
  package let firstText: String
  /// The inline nodes after that text node.
  package let rest: [Node]
  /// The whole title without markup.
  package let text: String

  package init(kindWords: String, firstText: String, rest: [Node], text: String) {
    self.kindWords = kindWords
    self.firstText = firstText
    self.rest = rest
    self.text = text
  }
}

/// What the course needs to know of a question once its tree is gone.
package struct QuestionFacts: Hashable, Sendable {
  /// Its name on the page.
  package let id: String
  /// Its kind.
  package let kind: QuestionKind
  /// The slugs of the objectives that it tests.
  package let objectives: [String]
  /// How many cards it holds; 0 unless it is of the kind Cards.
  package let cards: Int
  /// A stable hash of what an answer depends on, in 16 hexadecimal digits.
  package let version: String

  package init(id: String, kind: QuestionKind, objectives: [String], cards: Int, version: String) {
    self.id = id
    self.kind = kind
    self.objectives = objectives
    self.cards = cards
    self.version = version
  }
}
