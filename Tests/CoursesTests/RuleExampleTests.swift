import Courses
import Diagnostics
import TestSupport
import Testing

/// Every rule has an example in `Goldens/`: a small course that breaks it, what is printed then, and the
/// files as fix-its leave them.
@Suite struct RuleExampleTests {
  private let goldens = Goldens()

  /// The rules of the course, with the one of ``PracticeRules`` that takes a whole course to break.
  private static let rules = CourseRules.all + [Rule.uncovered]

  @Test(arguments: rules.map(\.id)) func printsWhatTheExampleExpects(_ id: String) throws {
    let name = "\(id).txt"
    var example = Example(try goldens.text(of: name))
    let course = ExampleCourse(example.input)
    let rule = try #require(course.diagnostics.first { $0.rule.id == id }?.rule)
    let fixed = FixedExample(example.input) { ExampleCourse($0).diagnostics }
    #expect(fixed.brokenPromises(of: rule, before: course.diagnostics) == [])
    example.expect(course.printedDiagnostics, fixed: fixed.files)
    #expect(try goldens.difference(of: example.text, from: name) == nil)
  }

  @Test(arguments: rules.map(\.id)) func mendsEachMistakeAloneAndInFilesOfAnySystem(_ id: String) throws {
    let parts = Example(try goldens.text(of: "\(id).txt")).input
    let check = { ExampleCourse($0).diagnostics }
    #expect(FixedExample.fixItsInVain(parts, check: check) == [])
    let elsewhere = FixedExample(FixedExample.savedElsewhere(parts), check: check).files
    let expected = FixedExample.savedElsewhere(FixedExample(parts, check: check).files)
    #expect(elsewhere.map(\.text) == expected.map(\.text))
  }

  @Test func hasNoExampleOfARuleThatIsGone() throws {
    #expect(try Set(goldens.names()).subtracting(Self.rules.map { "\($0.id).txt" }) == [])
  }

  @Test func namesEveryRuleOnceAndInTheSameForm() throws {
    let ids = CourseRules.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    for id in ids { #expect(try #/[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*/#.wholeMatch(in: id) != nil, "\(id)") }
  }
}
