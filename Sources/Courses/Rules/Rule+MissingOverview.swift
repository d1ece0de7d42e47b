import Diagnostics

extension Rule {
  package static let missingOverview = Rule("lesson.no-overview", .error)
}

extension Diagnostic {
  /// - Parameter path: the folder's path.
  static func missingOverview(_ slug: String, at path: String) -> Diagnostic {
    Diagnostic(
      .missingOverview, at: Span(path: path, range: 0..<0), "the lesson “\(slug)” has no overview.md",
      help: "write an overview.md with the lesson's description and its title")
  }
}
