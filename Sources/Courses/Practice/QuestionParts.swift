import Markdown

/// The blocks of a question, sorted by what they are for.
struct QuestionParts {
  /// What stands before the answers.
  var prompt: [Node] = []
  /// The answer table, or the answer list with what was cut off from it; empty where there is none.
  var answers: [Node] = []
  /// The quotes with known labels.
  var quotes: [LabelledQuote] = []
  /// The `quiz` blocks.
  var settings: [Node] = []
  /// The blocks that were probably meant as `quiz` blocks.
  var misnamedSettings: [Node] = []
  /// Whether the question has no readable answers and its author was told.
  var isBroken = false

  /// The items of the answer list.
  var items: [Node] { answers.filter(\.isList).flatMap(\.childNodes) }
}
