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
    let diagnostics = Self.diagnostics(of: example.input)
    #expect(Set(diagnostics.map(\.rule.id)) == [id])
    let fixed = FixedExample(example.input, check: Self.diagnostics)
    #expect(fixed.brokenPromises(of: try #require(diagnostics.first?.rule), before: diagnostics) == [])
    example.expect(
      Self.page(of: example.input)?.printedDiagnostics ?? ExampleCourse(example.input).printedDiagnostics,
      fixed: fixed.files)
    #expect(try goldens.difference(of: example.text, from: name) == nil)
  }

  @Test(arguments: rules.map(\.id)) func mendsEachMistakeAloneAndInFilesOfAnySystem(_ id: String) throws {
    let parts = Example(try goldens.text(of: "\(id).txt")).input
    #expect(FixedExample.fixItsInVain(parts, check: Self.diagnostics) == [])
    let elsewhere = FixedExample(FixedExample.savedElsewhere(parts), check: Self.diagnostics).files
    let expected = FixedExample.savedElsewhere(FixedExample(parts, check: Self.diagnostics).files)
    #expect(elsewhere.map(\.text) == expected.map(\.text))
  }

  /// The page that an example consists of; nil for one of a whole course.
  private static func page(of parts: [(name: String, text: String)]) -> PracticePage? {
    guard let first = parts.first, !first.name.hasPrefix("Content/") else { return nil }
    let kind = PageKind(rawValue: String(first.name.dropLast(".md".count)))
    return PracticePage(first.text, kind: kind ?? .practice)
  }

  private static func diagnostics(of parts: [(name: String, text: String)]) -> [Diagnostic] {
    page(of: parts)?.diagnostics ?? ExampleCourse(parts).diagnostics
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
