import Diagnostics
import Markdown

extension Rule {
  package static let tooManyAnswers = Rule(
    "practice.too-many-answers", .error,
    "A question offers so many answers so often that the page would be too large.")
}

extension Interaction {
  /// How many bytes all answers of a page may take that are offered once for each thing asked.
  static let controlLimit = 16_000_000

  /// About how many bytes those answers take that are offered once for each thing asked, and so grow
  /// with the square of the source.
  var controlSize: Int {
    // The bytes of markup around each answer are an estimate.
    switch self {
    case .sort(let interaction):
      let labels = interaction.categories.map { Self.size(of: $0.label) + 100 }.reduce(0, +)
      return labels * interaction.categories.map(\.members.count).reduce(0, +)
    case .match(let interaction):
      let responses = interaction.responses.map { Self.size(of: [$0.content]) + 40 }.reduce(0, +)
      return responses * interaction.pairs.count
    case .order(let interaction): return interaction.steps.count * interaction.steps.count * 25
    case .choice, .trueOrFalse, .fillIn, .answer, .number, .explain, .cards: return 0
    }
  }

  private static func size(of nodes: [Node]) -> Int {
    nodes.map { $0.plainText.utf8.count }.reduce(0, +)
  }
}
