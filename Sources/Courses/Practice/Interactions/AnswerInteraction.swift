import Markdown

/// Answering with a word or a few.
package struct AnswerInteraction {
  /// An answer that the author foresaw.
  package struct Answer {
    /// The words, without white space around them.
    package let text: String
    /// Whether case, spacing and punctuation matter.
    package let isExact: Bool
    /// Whether it is accepted.
    package let isRight: Bool
    /// The quote under it.
    package let feedback: Node?
  }

  /// The answers in the author's order; the first accepted one is the one shown.
  package let answers: [Answer]
}
