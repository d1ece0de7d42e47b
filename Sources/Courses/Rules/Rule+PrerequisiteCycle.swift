import Diagnostics

extension Rule {
  package static let prerequisiteCycle = Rule(
    "prerequisite.cycle", .error,
    "Lessons are each other's prerequisites in a circle, so none of them could come first.")
}

extension Diagnostic {
  /// - Parameter slugs: the lessons of the circle in order, the first one once.
  static func prerequisiteCycle(_ slugs: [String], at span: Span) -> Diagnostic {
    let cycle = (slugs + slugs.prefix(1)).joined(separator: " → ")
    return Diagnostic(
      .prerequisiteCycle, at: span, "the prerequisites go round in a circle: \(cycle)",
      help: "remove one of these prerequisites")
  }
}
