import Diagnostics

extension Rule {
  package static let unknownPrerequisite = Rule(
    "prerequisite.unknown", .error, isFixable: true,
    "A prerequisite is no lesson of the track, so readers could not look it up.")
}

extension Diagnostic {
  /// - Parameters:
  ///   - slugs: the lessons of the track.
  ///   - earlier: those that come before and are not named yet.
  static func unknownPrerequisite(
    _ slug: String, slugs: [String], earlier: [String], at span: Span
  ) -> Diagnostic {
    let help =
      nearest(to: slug, among: slugs).map { "did you mean “\($0)”?" }
      ?? "name a lesson that track.yml lists"
    let meant = onlyNear(to: slug, among: slugs).flatMap { earlier.contains($0) ? $0 : nil }
    return Diagnostic(
      .unknownPrerequisite, at: span, "there is no lesson “\(slug)” in the track", help: help,
      fixIt: meant.map { .write($0, over: span) })
  }
}
