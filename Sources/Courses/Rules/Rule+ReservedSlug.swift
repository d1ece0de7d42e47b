import Diagnostics

extension Rule {
  package static let reservedSlug = Rule(
    "slug.reserved", .error,
    "A lesson has a name that the site uses for files of its own.")
}

extension Diagnostic {
  static func reservedSlug(_ slug: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .reservedSlug, at: span, "“\(slug)” is taken by the site itself",
      help: "give the lesson another name; \(Slug.reserved.joined(separator: ", ")) are taken")
  }
}
