import Diagnostics

extension Rule {
  package static let laterPrerequisite = Rule(
    "prerequisite.later", .error,
    "A prerequisite comes later in the track than the lesson that needs it.")
}

extension Diagnostic {
  static func laterPrerequisite(_ prerequisite: Lesson, of lesson: Lesson, at span: Span) -> Diagnostic {
    Diagnostic(
      .laterPrerequisite, at: span,
      "“\(prerequisite.slug)” is lesson \(prerequisite.number) and comes after this one, lesson \(lesson.number)",
      help: "remove the prerequisite, or move one of the lessons in track.yml")
  }
}
