import Diagnostics

extension Rule {
  package static let badSlug = Rule(
    "slug.bad", .error, isFixable: true,
    "A name that becomes part of an address holds other characters than small letters, digits and single hyphens."
  )
}

extension Diagnostic {
  /// - Parameter meant: the slug to write in its place, where that is sure.
  static func badSlug(_ slug: String, meant: String? = nil, at span: Span) -> Diagnostic {
    Diagnostic(
      .badSlug, at: span, Slug.badMessage(slug), help: Slug.badHelp(slug),
      fixIt: meant.map { .write($0, over: span) })
  }
}
