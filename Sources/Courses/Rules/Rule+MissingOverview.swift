import Diagnostics

extension Rule {
  package static let missingOverview = Rule(
    "lesson.no-overview", .error,
    "A lesson has no `overview.md`, which holds its title, its description and its place in the syllabus.")
}

extension Diagnostic {
  /// - Parameter path: the folder's path.
  static func missingOverview(_ slug: String, at path: String) -> Diagnostic {
    Diagnostic(
      .missingOverview, at: Span(path: path), "the lesson “\(slug)” has no overview.md",
      help: "write an overview.md with the lesson's description and its title")
  }
}
