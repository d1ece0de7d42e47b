import Diagnostics

extension Rule {
  package static let badSlug = Rule(
    "slug.bad", .error,
    "A name that becomes part of an address holds other characters than small letters, digits and single hyphens."
  )
}

extension Diagnostic {
  static func badSlug(_ slug: String, at span: Span) -> Diagnostic {
    let suggestion = Slug.suggestion(for: slug)
    return Diagnostic(
      .badSlug, at: span, "“\(slug)” cannot be part of an address",
      help: "use a to z, 0 to 9 and single hyphens between them"
        + (suggestion.map { ", such as “\($0)”" } ?? ""))
  }
}
