import Diagnostics

extension Rule {
  package static let lostQuestion = Rule(
    "lost.question", .warning,
    "The last published site had a question whose id this one lost, and with it what learners did there.")
}

extension LossCheck {
  /// Finds the questions that a page lost.
  ///
  /// - Returns: the ids, and what is to be told of them.
  func lostQuestions(
    of page: PublishedSite.Page, in facts: PageFacts
  ) -> (ids: [String], diagnostics: [Diagnostic]) {
    if page.questions.isEmpty { return ([], []) }
    let now = Set(facts.questions.map(\.id))
    let lost = page.questions.filter { !now.contains($0.id) }
    guard !lost.isEmpty else { return ([], []) }
    let succession = Succession(from: page.questions.map(\.id), to: facts.questions.map(\.id))
    let added = Set(succession.added)
    let byVersion = Dictionary(
      facts.questions.filter { added.contains($0.id) }.map { ($0.version, $0) },
      uniquingKeysWith: { first, _ in first })
    let diagnostics = lost.enumerated().map { index, question -> Diagnostic in
      var successor = byVersion[question.version]
      if successor == nil, index < Self.suggestionLimit {
        let id = succession.successor(of: question.id)
        successor = facts.questions.first { $0.id == id }
      }
      return .lostQuestion(question.id, of: facts.page, successor: successor)
    }
    return (lost.map(\.id), diagnostics)
  }
}

extension Diagnostic {
  fileprivate static func lostQuestion(
    _ id: String, of page: PageID, successor: QuestionFacts?
  ) -> Diagnostic {
    Diagnostic(
      .lostQuestion,
      at: Span(path: CourseFiles.path(page.markdownPath), range: successor?.heading ?? 0..<0),
      "the published page has a question “\(id)”, and this one has not: what learners did there is lost",
      help: successor == nil
        ? "if it only has another title now, name it in its quiz block: `id: \(id)`"
        : "if this is the same question, name it in its quiz block: `id: \(id)`")
  }
}
