import Markdown

/// Recalling the back of flashcards.
package struct CardsInteraction {
  /// A flashcard.
  package struct Card {
    /// Names it for ever in the reader's memory: a hash of the question and the front, in 16
    /// hexadecimal digits, with `#reverse` after it for a card asked from its back.
    package let id: String
    /// What is shown first.
    package let front: Side
    /// What is to be recalled.
    package let back: Side
    /// The cell that adds to the back.
    package let note: Node?
    /// Whether it asks another card from its back.
    package let isReverse: Bool
  }

  /// What one side of a card shows.
  package enum Side {
    /// A paragraph, a table cell, or the blocks of a quote.
    case nodes([Node])
    /// A sentence with the gap of that place hidden.
    case hiding(Int, in: Sentence)
    /// A sentence with the gap of that place shown as the answer.
    case revealing(Int, in: Sentence)
  }

  /// A paragraph with gaps.
  package struct Sentence {
    /// The paragraph.
    package let paragraph: Node
    /// Its gaps, in order.
    package let gaps: [Blank]
  }

  /// The cards in the author's order, each followed by its reverse where there is one.
  package let cards: [Card]
}
