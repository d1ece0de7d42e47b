import Diagnostics

extension Rule {
  package static let trackMissing = Rule(
    "track.missing", .error,
    "The course has no `track.yml`, so nothing tells which lessons it has and in which order.")
}

extension Diagnostic {
  /// - Parameter path: where the file should be.
  static func trackMissing(at path: String) -> Diagnostic {
    Diagnostic(
      .trackMissing, at: Span(path: path), "the course has no track.yml",
      help: "write a track.yml with the title, the description and the phases of the course")
  }
}
