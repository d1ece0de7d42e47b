import Diagnostics

extension Rule {
  package static let uncovered = Rule(
    "practice.uncovered", .warning,
    "No question tests an objective of the lesson, so readers cannot tell whether they reached it.")
  package static let noObjective = Rule(
    "practice.no-objective", .advice,
    "A question tests no objective of its lesson, so it is left open what it is for.")
}

/// Compares the objectives of a lesson with those that its questions name.
enum ObjectiveCoverage {
  /// Reports the objectives that no question tests, each where the overview names it.
  ///
  /// - Parameters:
  ///   - objectives: the objectives of the lesson.
  ///   - tested: the objectives that the questions of all its pages name: ``QuestionReading/objectives``.
  static func untested(_ objectives: [Objective], tested: Set<String>) -> [Diagnostic] {
    objectives.filter { !tested.contains($0.slug) }.map { objective in
      Diagnostic(
        .uncovered, at: objective.span, "no question tests the objective “\(objective.slug)”",
        help: "name it in a question's quiz block: `objective: \(objective.slug)`")
    }
  }

  /// Reports the questions of a page that test none of its lesson's objectives, each at its heading.
  static func questionsWithoutObjective(on page: PageFacts) -> [Diagnostic] {
    let path = CourseFiles.path(page.page.markdownPath)
    return page.questions.filter(\.objectives.isEmpty).map { question in
      Diagnostic(
        .noObjective, at: Span(path: path, range: question.heading), "this question tests no objective",
        help: "name one of the overview's in its quiz block, or in that of the page: `objective: …`")
    }
  }
}
