import Diagnostics

extension Rule {
  package static let livingRedirect = Rule(
    "redirect.living-source", .error,
    "A redirect begins at a page or heading that is still there, which it would hide.")
}

extension Diagnostic {
  static func livingRedirect(_ source: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .livingRedirect, at: span, "“\(source)” is still there, so it cannot lead elsewhere",
      help: "remove the redirect, or the page or heading that it replaces")
  }
}
