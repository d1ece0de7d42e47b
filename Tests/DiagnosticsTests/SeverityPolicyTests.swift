import Diagnostics
import Testing

@Suite struct SeverityPolicyTests {
  let error = Rule("link.broken", .error, "What it finds.")
  let warning = Rule("image.no-alt", .warning, "What it finds.")
  let other = Rule("heading.skip", .warning, "What it finds.")
  let advice = Rule("practice.one-right", .advice, "What it finds.")

  private func severities(deny: [String] = [], allow: [String] = [], advice showsAdvice: Bool = false) throws
    -> [Severity?]
  {
    let rules = [error, warning, other, advice]
    let policy = try SeverityPolicy(deny: deny, allow: allow, showsAdvice: showsAdvice, rules: rules)
    return rules.map { rule in
      let diagnostic = Diagnostic(rule, at: Span(path: "a", range: 0..<0), "wrong", help: "put it right")
      return policy.applied(to: [diagnostic]).first?.severity
    }
  }

  @Test func isSilentAboutAdviceUnlessAsked() throws {
    #expect(try severities() == [.error, .warning, .warning, nil])
    #expect(try severities(advice: true) == [.error, .warning, .warning, .advice])
    #expect(try severities(deny: ["practice.one-right"]) == [.error, .warning, .warning, .error])
  }

  @Test func deniesAndAllowsByName() throws {
    #expect(try severities(deny: ["image.no-alt"]) == [.error, .error, .warning, nil])
    #expect(try severities(allow: ["image.no-alt"]) == [.error, nil, .warning, nil])
    #expect(try severities(deny: ["warnings"], allow: ["image.no-alt"]) == [.error, nil, .error, nil])
  }

  @Test func refusesNamesThatMeanNothing() throws {
    let unknown = SeverityPolicy.Mistake.unknownRule("image.noalt", suggestion: "image.no-alt")
    #expect(throws: unknown) { try severities(deny: ["image.noalt"]) }
    #expect(throws: unknown) { try severities(allow: ["image.noalt"]) }
    #expect(throws: SeverityPolicy.Mistake.unknownRule("warning", suggestion: "warnings")) {
      try severities(deny: ["warning"])
    }
    #expect(throws: SeverityPolicy.Mistake.allowsError("link.broken")) {
      try severities(allow: ["link.broken"])
    }
  }
}
