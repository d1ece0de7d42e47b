import Markdown

/// Putting steps in order.
package struct OrderInteraction {
  /// One of the steps.
  package struct Step {
    /// The blocks that say what it is.
    package let content: [Node]
    /// The quote under it.
    package let feedback: Node?
  }

  /// The steps in the right order.
  package let steps: [Step]
}
