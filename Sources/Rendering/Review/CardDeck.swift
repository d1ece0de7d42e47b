/// The cards of one question, as the review page lists them.
package struct CardDeck: Hashable, Sendable {
  /// Where they stand, as a path in the site with the anchor of the question.
  package let path: String
  /// The question's title without its kind.
  package let title: String
  /// How many cards they are, reverses included.
  package let count: Int
}
