import Diagnostics

extension Rule {
  package static let deadRedirect = Rule(
    "redirect.dead-target", .error,
    "A redirect ends at a page that is not there.")
}

extension Diagnostic {
  /// - Parameter pages: the pages of the site.
  static func deadRedirect(_ target: String, pages: [String], at span: Span) -> Diagnostic {
    let help =
      nearest(to: target, among: pages).map { "did you mean “\($0)”?" }
      ?? "name a page that is there, such as the overview of a lesson: a-lesson/index.html"
    return Diagnostic(.deadRedirect, at: span, "there is no page “\(target)” in this site", help: help)
  }
}
