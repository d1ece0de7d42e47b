import Markdown

/// A gap of a text: a strong node whose text names what belongs there.
package struct Blank {
  /// Something that may stand in the gap.
  package struct Option: Hashable, Sendable {
    /// The words, without white space around them.
    package let text: String
    /// Whether case, spacing and punctuation matter.
    package let isExact: Bool
    /// Whether it belongs there.
    package let isRight: Bool
  }

  /// The strong node.
  package let node: Node
  /// The options in the author's order.
  package let options: [Option]

  /// Whether the reader picks an option; otherwise they type.
  package var isChoice: Bool { options.contains { !$0.isRight } }

  /// The options that belong in the gap; the first is the one shown.
  package var rightOptions: [Option] { options.filter(\.isRight) }
}
