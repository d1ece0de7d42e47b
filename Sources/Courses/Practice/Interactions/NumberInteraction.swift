import Markdown

/// Answering with a number.
package struct NumberInteraction {
  /// An answer that the author foresaw.
  package struct Answer {
    /// The numbers meant, both ends included.
    package let range: NumberRange
    /// What the number counts; nil for a bare number.
    package let unit: String?
    /// The answer as the author wrote it.
    package let text: String
    /// Whether it is accepted.
    package let isRight: Bool
    /// The quote under it.
    package let feedback: Node?
  }

  /// The answers in the author's order; the first accepted one is the one shown.
  package let answers: [Answer]

  /// The distinct units in the author's order.
  package var units: [String] {
    var seen: Set<String> = []
    return answers.compactMap(\.unit).filter { seen.insert($0).inserted }
  }
}
