import Diagnostics

extension Rule {
  package static let repeatedPrerequisite = Rule(
    "prerequisite.repeated", .warning,
    "A prerequisite is named twice.")
}

extension Diagnostic {
  static func repeatedPrerequisite(_ slug: String, at span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      .repeatedPrerequisite, at: span, "the prerequisite “\(slug)” is named twice",
      help: "remove one of the two",
      notes: [Note("it is first named here", at: first)])
  }
}
