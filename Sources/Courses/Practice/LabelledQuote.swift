import Markdown

/// A block quote that opens with a bold label such as **Why:**.
package struct LabelledQuote {
  /// What a labelled quote is for.
  package enum Label: CaseIterable, Sendable {
    case hint, why, modelAnswer
  }

  /// The block quote.
  package let quote: Node
  /// What it is for.
  package let label: Label
  /// The strong node that holds the label, to be left out where the text is shown.
  package let labelNode: Node
}
