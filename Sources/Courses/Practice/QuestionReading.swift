import Diagnostics

/// What the questions of a page are, and what is wrong with them.
///
/// It holds views of the tree and is only valid inside ``Document/read(_:)``.
package struct QuestionReading {
  /// The questions that can be shown, in order.
  package internal(set) var questions: [Question] = []
  /// What the course needs to know of every question whose kind is known, in order.
  package internal(set) var facts: [QuestionFacts] = []
  /// The objectives that the page's questions name, those of mistaken questions included.
  package internal(set) var objectives: [String] = []
  private var seenObjectives: Set<String> = []
  /// Whether the page is built without its key.
  package internal(set) var omitsAnswers = false
  /// What is wrong with the questions.
  package internal(set) var diagnostics: [Diagnostic] = []

  /// Takes note of objectives, each once.
  mutating func add(objectives slugs: [String]) {
    for slug in slugs where seenObjectives.insert(slug).inserted { objectives.append(slug) }
  }
}
