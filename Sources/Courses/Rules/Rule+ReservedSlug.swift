import Diagnostics

extension Rule {
  package static let reservedSlug = Rule(
    "slug.reserved", .error,
    "A lesson has a name that the site uses for files of its own.")
}

extension Diagnostic {
  static func reservedSlug(_ slug: String, at span: Span) -> Diagnostic {
    Diagnostic(.reservedSlug, at: span, Slug.reservedMessage(slug), help: Slug.reservedHelp(slug))
  }
}
