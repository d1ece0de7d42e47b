import Diagnostics

extension Rule {
  package static let unknownLesson = Rule(
    "track.unknown-lesson", .error, isFixable: true,
    "`track.yml` lists a lesson that has no folder, so the syllabus would lead to nothing.")
}

extension Diagnostic {
  /// - Parameters:
  ///   - meant: the folder that is probably meant.
  ///   - isSure: whether no other one can be meant.
  static func unknownLesson(_ slug: String, meant: String?, isSure: Bool, at span: Span) -> Diagnostic {
    let help =
      meant.map { "did you mean “\($0)”?" }
      ?? "make the folder, take this line out, or write “- { slug: \(slug), planned: Its title }” for a lesson to come"
    return Diagnostic(
      .unknownLesson, at: span, "there is no folder “\(slug)” in Content", help: help,
      fixIt: isSure ? meant.map { .write($0, over: span) } : nil)
  }
}
