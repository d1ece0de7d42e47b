import Diagnostics

extension Rule {
  package static let repeatedPrerequisite = Rule(
    "prerequisite.repeated", .warning, isFixable: true,
    "A prerequisite is named twice.")
}

extension Diagnostic {
  /// - Parameter removal: takes it out, where that is safe.
  static func repeatedPrerequisite(
    _ slug: String, at span: Span, first: Span, removal: FixIt.Edit?
  ) -> Diagnostic {
    Diagnostic(
      .repeatedPrerequisite, at: span, "the prerequisite “\(slug)” is named twice",
      help: "remove one of the two",
      notes: [Note("it is first named here", at: first)],
      fixIt: removal.map { FixIt("remove the second “\(slug)”", in: span.path, [$0]) })
  }
}
