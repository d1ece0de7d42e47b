import Markdown

/// What the learner does in a question, with its key: one case a kind.
package enum Interaction {
  case choice(ChoiceInteraction)
  case sort(SortInteraction)
  case match(MatchInteraction)
  case cards(CardsInteraction)
}

/// Choosing among options: one of them, or all that are right.
package struct ChoiceInteraction {
  package struct Choice {
    /// The blocks that say what is chosen.
    package let content: [Node]
    package let isRight: Bool
    /// The quote under it.
    package let feedback: Node?
  }
  /// The choices in the author's order.
  package let choices: [Choice]
}

/// Putting items into categories.
package struct SortInteraction {
  package struct Category {
    /// The paragraph that names it.
    package let label: Node
    package let members: [Member]
  }
  package struct Member {
    /// The paragraph that says what is sorted.
    package let content: Node
    /// The quote under it.
    package let feedback: Node?
  }
  /// The categories in the author's order; one without members is a decoy.
  package let categories: [Category]
}

/// Pairing items of two lists.
package struct MatchInteraction {
  package struct Pair {
    /// The cell on the left.
    package let left: Node
    /// The response that belongs to it, as an index of ``MatchInteraction/responses``.
    package let response: Int
    /// The cell that says why, where the table has one and it is not empty.
    package let why: Node?
  }
  /// The header cells.
  package let leftHeader: Node
  package let rightHeader: Node
  package let pairs: [Pair]
  /// The distinct cells on the right, in the author's order, decoys included.
  package let responses: [Node]
}

/// Recalling the back of flashcards.
package struct CardsInteraction {
  package struct Card {
    /// The inline or block content that is shown first.
    package let front: CardSide
    package let back: CardSide
    package let note: Node?
  }
  package let cards: [Card]
}

/// What one side of a card shows.
package enum CardSide {
  case nodes([Node])
  /// A paragraph with one of its strong nodes hidden.
  case gap(in: Node, hidden: Node)
}
