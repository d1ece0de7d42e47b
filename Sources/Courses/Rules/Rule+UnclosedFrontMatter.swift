import Diagnostics

extension Rule {
  package static let unclosedFrontMatter = Rule("overview.unclosed-front-matter", .error)
}

extension Diagnostic {
  static func unclosedFrontMatter(at span: Span) -> Diagnostic {
    Diagnostic(
      .unclosedFrontMatter, at: span, "the settings that begin here have no end",
      help: "put a line --- after the last setting")
  }
}
