import Markdown

/// Pairing items of two lists.
package struct MatchInteraction {
  /// Two items that belong together.
  package struct Pair {
    /// The cell on the left.
    package let left: Node
    /// The response that belongs to it, as an index of ``MatchInteraction/responses``.
    package let response: Int
    /// The cell that says why, where the table has one and it is not empty.
    package let why: Node?
  }

  /// Something to pair with, right or not.
  package struct Response {
    /// The cell on the right.
    package let content: Node
    /// For a response that belongs to nothing, the cell that says why.
    package let whyNot: Node?
  }

  /// The header cell of the left column.
  package let leftHeader: Node
  /// The header cell of the right column.
  package let rightHeader: Node
  /// The pairs in the author's order.
  package let pairs: [Pair]
  /// The distinct responses in the author's order, decoys included.
  package let responses: [Response]
}
