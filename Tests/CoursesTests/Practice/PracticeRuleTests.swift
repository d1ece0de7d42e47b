import Courses
import Diagnostics
import TestSupport
import Testing

/// Every rule of the practice dialect has an example in `Goldens/`: a page that breaks it and nothing
/// else, and what is printed then.
@Suite struct PracticeRuleTests {
  private let goldens = Goldens()

  @Test(arguments: PracticeRules.all.filter { $0 != .uncovered }.map(\.id))
  func printsWhatTheExampleExpects(_ id: String) throws {
    let name = "\(id).txt"
    var example = Example(try goldens.text(of: name))
    let parts = try #require(example.parts.first { $0.name != "diagnostics" })
    let kind = try #require(PageKind(rawValue: String(parts.name.dropLast(3))))
    let page = PracticePage(parts.text, kind: kind)
    #expect(Set(page.diagnostics.map(\.rule.id)) == [id])
    example["diagnostics"] = page.printedDiagnostics
    #expect(try goldens.difference(of: example.text, from: name) == nil)
  }

  @Test func hasNoExampleOfARuleThatIsGone() throws {
    #expect(try Set(goldens.names()).subtracting(PracticeRules.all.map { "\($0.id).txt" }) == [])
  }

  @Test func namesEveryRuleOnce() {
    let ids = PracticeRules.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    for id in ids { #expect(id.hasPrefix("practice.")) }
  }
}
