import Diagnostics

extension Rule {
  package static let reservedSlug = Rule("slug.reserved", .error)
}

extension Diagnostic {
  static func reservedSlug(_ slug: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .reservedSlug, at: span, "“\(slug)” is taken by the site itself",
      help: "give the lesson another name; \(Slug.reserved.joined(separator: ", ")) are taken")
  }
}
