import Diagnostics

extension Rule {
  package static let linkScheme = Rule(
    "link.scheme", .error,
    "An address begins with a scheme that is not allowed in pages.")
}

extension Diagnostic {
  static func badScheme(_ scheme: String, of thing: LinkingThing, at span: Span) -> Diagnostic {
    Diagnostic(
      .linkScheme, at: span, "the address of this \(thing) begins with “\(scheme):”, which is not allowed",
      help: thing == .image
        ? "name a file beside the page" : "use https, http, mailto or tel, or name a file beside the page")
  }
}
