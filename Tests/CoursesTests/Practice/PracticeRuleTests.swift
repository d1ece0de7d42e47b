import Courses
import Diagnostics
import TestSupport
import Testing

/// Every rule of the practice dialect has an example in `Goldens/`: a page that breaks it and nothing
/// else, and what is printed then. An example of a whole course holds files of `Content/`.
@Suite struct PracticeRuleTests {
  private let goldens = Goldens()

  // An example of too many answers would be hundreds of lines long: QuestionReaderTests makes one.
  private static let rules = PracticeRules.all.filter { $0 != .tooManyAnswers }

  @Test(arguments: rules.map(\.id)) func printsWhatTheExampleExpects(_ id: String) throws {
    let name = "\(id).txt"
    var example = Example(try goldens.text(of: name))
    let parts = example.parts.filter { $0.name != "diagnostics" }
    let first = try #require(parts.first)
    if first.name.hasPrefix("Content/") {
      let course = ExampleCourse(parts)
      #expect(Set(course.diagnostics.map(\.rule.id)) == [id])
      example["diagnostics"] = course.printedDiagnostics
    } else {
      let kind = try #require(PageKind(rawValue: String(first.name.dropLast(".md".count))))
      let page = PracticePage(first.text, kind: kind)
      #expect(Set(page.diagnostics.map(\.rule.id)) == [id])
      example["diagnostics"] = page.printedDiagnostics
    }
    #expect(try goldens.difference(of: example.text, from: name) == nil)
  }

  @Test func hasNoExampleOfARuleThatIsGone() throws {
    #expect(try Set(goldens.names()) == Set(Self.rules.map { "\($0.id).txt" }))
  }

  @Test func namesEveryRuleOnce() {
    let ids = PracticeRules.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    for id in ids { #expect(id.hasPrefix("practice.")) }
  }
}
