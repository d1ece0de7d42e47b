/// What the course needs to know of a question once its tree is gone.
package struct QuestionFacts: Hashable, Sendable {
  /// Where its heading stands in the file, as byte offsets.
  package let heading: Range<Int>
  /// Its name on the page.
  package let id: String
  /// Its kind.
  package let kind: QuestionKind
  /// The slugs of the objectives that it tests.
  package let objectives: [String]
  /// How many cards it holds, reverses included; 0 unless it is of the kind Cards.
  package let cards: Int
  /// A stable hash of what an answer depends on, in 16 hexadecimal digits.
  package let version: String
  /// A stable hash of the right answers, in 16 hexadecimal digits; nil where the page omits its key.
  package let key: String?

  package init(
    heading: Range<Int>, id: String, kind: QuestionKind, objectives: [String], cards: Int, version: String,
    key: String?
  ) {
    self.heading = heading
    self.id = id
    self.kind = kind
    self.objectives = objectives
    self.cards = cards
    self.version = version
    self.key = key
  }
}
