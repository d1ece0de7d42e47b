import Diagnostics

extension Rule {
  package static let plannedLesson = Rule(
    "track.planned-lesson", .error,
    "A lesson is planned in `track.yml` though its folder is there, so its pages would be left out.")
}

extension Diagnostic {
  /// - Parameter span: the title of the plan.
  static func plannedLesson(_ slug: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .plannedLesson, at: span, "the lesson “\(slug)” is planned here but has a folder",
      help: "write “- \(slug)” alone, and “status: draft” in its overview while it is not ready")
  }
}
