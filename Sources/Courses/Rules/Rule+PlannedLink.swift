import Diagnostics

extension Rule {
  package static let plannedLink = Rule(
    "link.planned", .error,
    "A link leads to a lesson that is planned and has no pages yet.")
}

extension Diagnostic {
  static func plannedLink(_ lesson: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .plannedLink, at: span, "the lesson “\(lesson)” is planned and has no pages yet",
      help: "name the lesson without a link until it is written")
  }
}
