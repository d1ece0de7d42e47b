import Diagnostics

extension Rule {
  package static let occupiedPath = Rule(
    "path.occupied", .error,
    "A file or redirect goes where the site publishes something else, and one of the two would be lost.")
}

extension Diagnostic {
  /// - Parameters:
  ///   - sitePath: where it would be published.
  ///   - other: what is published there, or where only the case differs.
  static func occupiedPath(at span: Span, sitePath: String, other: String) -> Diagnostic {
    Diagnostic(
      .occupiedPath, at: span, "“\(sitePath)” is the place of \(other)",
      help: "choose another name; names that differ in case only count as the same")
  }
}
