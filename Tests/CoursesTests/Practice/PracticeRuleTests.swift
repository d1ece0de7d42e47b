import Courses
import Diagnostics
import TestSupport
import Testing

/// Every rule of the practice dialect has an example in `Goldens/`: a page that breaks it and nothing
/// else, what is printed then, and the page as fix-its leave it. An example of a whole course holds files of
/// `Content/`.
@Suite struct PracticeRuleTests {
  private let goldens = Goldens()

  // An example of too many answers would be hundreds of lines long: QuestionReaderTests makes one.
  private static let rules = PracticeRules.all.filter { $0 != .tooManyAnswers }

  @Test(arguments: rules.map(\.id)) func printsWhatTheExampleExpects(_ id: String) throws {
    let name = "\(id).txt"
    var example = Example(try goldens.text(of: name))
    let first = try #require(example.input.first)
    let isCourse = first.name.hasPrefix("Content/")
    let kind = PageKind(rawValue: String(first.name.dropLast(".md".count)))
    let page = { (parts: [(name: String, text: String)]) in
      PracticePage(parts[0].text, kind: kind ?? .practice)
    }
    let check = { isCourse ? ExampleCourse($0).diagnostics : page($0).diagnostics }
    let diagnostics = check(example.input)
    #expect(Set(diagnostics.map(\.rule.id)) == [id])
    let fixed = FixedExample(example.input, check: check)
    #expect(fixed.brokenPromises(of: try #require(diagnostics.first?.rule), before: diagnostics) == [])
    example.expect(
      isCourse ? ExampleCourse(example.input).printedDiagnostics : page(example.input).printedDiagnostics,
      fixed: fixed.files)
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
