import Diagnostics

extension Rule {
  package static let tooManyLinks = Rule(
    "markdown.too-many-links", .error,
    "A page has more links and images than can be checked and read.")
}

extension Diagnostic {
  static func tooManyLinks(at span: Span) -> Diagnostic {
    Diagnostic(
      .tooManyLinks, at: span, "with this one the page has more than \(Limits.links) links and images",
      help: "split it into several pages")
  }
}
