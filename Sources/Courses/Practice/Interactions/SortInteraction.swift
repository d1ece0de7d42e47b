import Markdown

/// Putting items into categories.
package struct SortInteraction {
  /// Where items go.
  package struct Category {
    /// The blocks that name it.
    package let label: [Node]
    /// What belongs to it; empty for a decoy.
    package let members: [Member]
  }

  /// What is sorted.
  package struct Member {
    /// The blocks that say what it is.
    package let content: [Node]
    /// The quote under it.
    package let feedback: Node?
  }

  /// The categories in the author's order.
  package let categories: [Category]
}
