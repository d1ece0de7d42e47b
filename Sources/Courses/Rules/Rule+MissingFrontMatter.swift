import Diagnostics

extension Rule {
  package static let missingFrontMatter = Rule(
    "overview.no-front-matter", .error,
    "An overview does not begin with its settings, so the lesson has no description.")
}

extension Diagnostic {
  static func missingFrontMatter(at span: Span) -> Diagnostic {
    Diagnostic(
      .missingFrontMatter, at: span, "this overview does not begin with its settings",
      help: "begin the file with a line ---, a line “description: …” and a line ---")
  }
}
