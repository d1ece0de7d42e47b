import Diagnostics

extension Rule {
  package static let uncovered = Rule(
    "practice.uncovered", .warning,
    "No question tests an objective of the lesson, so readers cannot tell whether they reached it.")
}

/// Compares the objectives of a lesson with those that its questions name.
package enum ObjectiveCoverage {
  /// Reports the objectives that no question tests, each where the overview names it.
  ///
  /// - Parameters:
  ///   - objectives: the objectives of the lesson.
  ///   - tested: the objectives that the questions of all its pages name: ``QuestionReading/objectives``.
  package static func check(_ objectives: [Objective], tested: Set<String>) -> [Diagnostic] {
    objectives.filter { !tested.contains($0.slug) }.map { objective in
      Diagnostic(
        .uncovered, at: objective.span, "no question tests the objective “\(objective.slug)”",
        help: "name it in a question's quiz block: `objective: \(objective.slug)`")
    }
  }
}
