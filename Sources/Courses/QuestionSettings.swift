/// What a `quiz` block says of a question, with the page's defaults where it says nothing.
package struct QuestionSettings: Hashable, Sendable {
  /// The name that the author gave the question on its page.
  package var id: String?
  /// What the question is worth, as a decimal number above 0; nil for one a scored part.
  package var points: String?
  /// The slugs of the objectives that it tests.
  package var objectives: [String] = []
  /// The author's own words for finding it.
  package var tags: [String] = []
  /// Whether the build changes the order of what is shown.
  package var isShuffled = true
  /// Whether an answer that is right in part earns part of the points.
  package var givesPartialCredit = true
  /// Whether the reader says how sure they are before the answer is checked.
  package var asksConfidence = false
  /// Whether each card is also asked from its back.
  package var showsBothWays = false
  /// Whether the page is built without its key; only a page's own block can say so.
  package var omitsAnswers = false

  package init() {}
}
