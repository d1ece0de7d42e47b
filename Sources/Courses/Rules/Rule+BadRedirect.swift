import Diagnostics

extension Rule {
  package static let badRedirect = Rule(
    "redirect.bad-path", .error,
    "A redirect names something that cannot be the address of a page.")
}

extension Diagnostic {
  static func badRedirect(_ path: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .badRedirect, at: span, "“\(path)” is not the address of a page in this site",
      help: "write a folder and a file, with a heading if needed: old-lesson/lesson.html#heading")
  }
}
