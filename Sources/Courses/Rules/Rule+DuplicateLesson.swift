import Diagnostics

extension Rule {
  package static let duplicateLesson = Rule(
    "track.duplicate-lesson", .error,
    "A lesson is listed twice in `track.yml`, but it can have one place in the track only.")
}

extension Diagnostic {
  static func duplicateLesson(_ slug: String, at span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      .duplicateLesson, at: span, "the lesson “\(slug)” is listed twice", help: "keep one of the two",
      notes: [Note("it is first listed here", at: first)])
  }
}
