import Diagnostics

extension Rule {
  package static let redirectLoop = Rule(
    "redirect.loop", .error,
    "Redirects lead to each other in a circle, so readers would never arrive.")
}

extension Diagnostic {
  /// - Parameter paths: the addresses of the circle in order, the first one once.
  static func redirectLoop(_ paths: [String], at span: Span) -> Diagnostic {
    let loop = (paths + paths.prefix(1)).joined(separator: " → ")
    return Diagnostic(
      .redirectLoop, at: span, "the redirects go round in a circle: \(loop)",
      help: "let one of them lead to a page that is there")
  }
}
