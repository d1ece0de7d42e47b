import Markdown

/// A question of a page, as its author wrote it.
///
/// It holds views of the tree and is only valid inside ``Document/read(_:)``. It has an answer of
/// the shape that its kind demands; ``QuestionReader`` reports anything else.
package struct Question {
  /// The page that it stands on.
  package let page: PageID
  /// The heading that opens it.
  package let heading: Heading
  /// Its name on the page: the `id` setting, or the slug of the title without the kind.
  package let id: String
  /// What it asks its reader to do.
  package let kind: QuestionKind
  /// The title's inline nodes, the kind and its colon cut off.
  package let title: QuestionTitle
  /// The blocks before the answers.
  package let prompt: [Node]
  /// What the learner does, with the key.
  package let interaction: Interaction
  /// The `Hint:` quotes in order.
  package let hints: [LabelledQuote]
  /// The `Why:` quote.
  package let why: LabelledQuote?
  /// What the `quiz` blocks of the question and of the page say.
  package let settings: QuestionSettings
  /// A stable hash of what an answer depends on, in 16 hexadecimal digits.
  package let version: String
  /// The last block that belongs to it.
  package let lastBlock: Node

  /// Names it among all questions of the track: the page's path and its name there.
  package var fullID: String { Self.fullID(page: page, id: id) }

  /// Names a question among all questions of the track.
  static func fullID(page: PageID, id: String) -> String {
    "\(page.lesson)/\(page.kind.rawValue)#\(id)"
  }
}
