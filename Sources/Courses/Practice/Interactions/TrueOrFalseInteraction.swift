import Markdown

/// Telling true statements from false ones.
package struct TrueOrFalseInteraction {
  /// Something that is true or false.
  package struct Statement {
    /// The blocks that state it.
    package let content: [Node]
    /// Whether it holds.
    package let isTrue: Bool
    /// The quote under it.
    package let feedback: Node?
  }

  /// The statements in the author's order.
  package let statements: [Statement]
}
