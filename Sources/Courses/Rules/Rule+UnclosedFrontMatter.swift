import Diagnostics

extension Rule {
  package static let unclosedFrontMatter = Rule(
    "overview.unclosed-front-matter", .error,
    "The settings of an overview have no end, so the page could not be told from them.")
}

extension Diagnostic {
  static func unclosedFrontMatter(at span: Span) -> Diagnostic {
    Diagnostic(
      .unclosedFrontMatter, at: span, "the settings that begin here have no end",
      help: "put a line --- after the last setting")
  }
}
