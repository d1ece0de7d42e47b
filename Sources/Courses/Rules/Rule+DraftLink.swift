import Diagnostics

extension Rule {
  package static let draftLink = Rule(
    "link.draft", .error,
    "A link leads to a draft, which is not published.")
}

extension Diagnostic {
  static func draftLink(_ lesson: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .draftLink, at: span, "the lesson “\(lesson)” is a draft and is not published",
      help: "name the lesson without a link, or write “status: published” in its overview")
  }
}
