import Diagnostics
import Testing

@Suite struct DiagnosticTests {
  private func diagnostic(_ id: String, _ severity: Severity = .error, path: String = "a", at offset: Int = 0)
    -> Diagnostic
  {
    Diagnostic(
      Rule(id, severity, "What it finds."), at: Span(path: path, range: offset..<offset), "wrong",
      help: "put it right")
  }

  @Test func sortsByPathPlaceAndRuleAndDropsRepeats() {
    let sorted = [
      diagnostic("b.a", path: "b"), diagnostic("a.b", at: 4), diagnostic("a.a", at: 4),
      diagnostic("z.z", at: 1), diagnostic("a.b", at: 4),
    ].sortedWithoutRepeats()
    #expect(sorted.map(\.rule.id) == ["z.z", "a.a", "a.b", "b.a"])
  }

  @Test func countsInWords() {
    let error = diagnostic("a.a")
    let warning = diagnostic("a.b", .warning)
    #expect(DiagnosticSummary(of: [error, error, warning]).description == "2 errors, 1 warning")
    #expect(DiagnosticSummary(of: [diagnostic("a.c", .advice)]).description == "1 advice")
    #expect(DiagnosticSummary(of: []).description == "no errors")
  }
}
