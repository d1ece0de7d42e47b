import Diagnostics

extension Rule {
  package static let trackMissing = Rule("track.missing", .error)
}

extension Diagnostic {
  /// - Parameter path: where the file should be.
  static func trackMissing(at path: String) -> Diagnostic {
    Diagnostic(
      .trackMissing, at: Span(path: path, range: 0..<0), "the course has no track.yml",
      help: "write a track.yml with the title, the description and the phases of the course")
  }
}
