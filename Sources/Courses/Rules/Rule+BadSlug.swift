import Diagnostics

extension Rule {
  package static let badSlug = Rule(
    "slug.bad", .error,
    "A name that becomes part of an address holds other characters than small letters, digits and single hyphens."
  )
}

extension Diagnostic {
  static func badSlug(_ slug: String, at span: Span) -> Diagnostic {
    Diagnostic(.badSlug, at: span, Slug.badMessage(slug), help: Slug.badHelp(slug))
  }
}
