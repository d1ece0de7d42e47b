import Markdown

/// Choosing among options: one of them, or all that are right.
package struct ChoiceInteraction {
  /// One of the options.
  package struct Choice {
    /// The blocks that say what is chosen.
    package let content: [Node]
    /// Whether it is to be chosen.
    package let isRight: Bool
    /// The quote under it.
    package let feedback: Node?
  }

  /// The choices in the author's order.
  package let choices: [Choice]
  /// Whether the choices are numbered, which keeps their order.
  package let isOrdered: Bool
}
