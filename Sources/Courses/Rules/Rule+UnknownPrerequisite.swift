import Diagnostics

extension Rule {
  package static let unknownPrerequisite = Rule(
    "prerequisite.unknown", .error,
    "A prerequisite is no lesson of the track, so readers could not look it up.")
}

extension Diagnostic {
  /// - Parameter slugs: the lessons of the track.
  static func unknownPrerequisite(_ slug: String, slugs: [String], at span: Span) -> Diagnostic {
    let help =
      nearest(to: slug, among: slugs).map { "did you mean “\($0)”?" }
      ?? "name a lesson that track.yml lists"
    return Diagnostic(.unknownPrerequisite, at: span, "there is no lesson “\(slug)” in the track", help: help)
  }
}
