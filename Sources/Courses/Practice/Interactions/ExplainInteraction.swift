import Markdown

/// Explaining something in one's own words, then comparing with a model.
package struct ExplainInteraction {
  /// The quote that holds the model answer.
  package let model: LabelledQuote
  /// The items of the quote's bullet list: what a good answer mentions.
  package let points: [Node]
  /// The list that holds ``points``.
  package let pointList: Node?
}
