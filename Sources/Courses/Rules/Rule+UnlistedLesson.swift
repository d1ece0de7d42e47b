import Diagnostics

extension Rule {
  package static let unlistedLesson = Rule(
    "track.unlisted-lesson", .error, isFixable: true,
    "A lesson folder is not listed in `track.yml`, so nobody would ever find its pages.")
}

extension Diagnostic {
  /// - Parameters:
  ///   - path: the folder's path.
  ///   - fixIt: lists it, where that is safe.
  static func unlistedLesson(_ slug: String, at path: String, fixIt: FixIt?) -> Diagnostic {
    Diagnostic(
      .unlistedLesson, at: Span(path: path), "track.yml does not list the lesson “\(slug)”",
      help: "add “- \(slug)” to the lessons of a phase in track.yml, or move the folder out of Content",
      fixIt: fixIt)
  }
}
