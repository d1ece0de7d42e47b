import Diagnostics

extension Rule {
  package static let pathCollision = Rule("path.collision", .error)
}

extension Diagnostic {
  /// - Parameters:
  ///   - sitePath: where it would be published.
  ///   - other: what is published there, or where only the case differs.
  static func pathCollision(at span: Span, sitePath: String, other: String) -> Diagnostic {
    Diagnostic(
      .pathCollision, at: span, "“\(sitePath)” would be published where \(other) goes",
      help: "rename one of the two; names that differ in case only count as the same")
  }
}
