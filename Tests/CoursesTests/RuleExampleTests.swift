import Courses
import Diagnostics
import TestSupport
import Testing

/// Every rule has an example in `Goldens/`: a small course that breaks it, and what is printed then.
@Suite struct RuleExampleTests {
  private let goldens = Goldens()

  /// The rules of the course, with the one of ``PracticeRules`` that takes a whole course to break.
  private static let ids = CourseRules.all.map(\.id) + [Rule.uncovered.id]

  @Test(arguments: ids) func printsWhatTheExampleExpects(_ id: String) throws {
    let name = "\(id).txt"
    var example = Example(try goldens.text(of: name))
    let course = ExampleCourse(example.parts.filter { $0.name != "diagnostics" })
    #expect(course.diagnostics.contains { $0.rule.id == id })
    example["diagnostics"] = course.printedDiagnostics
    #expect(try goldens.difference(of: example.text, from: name) == nil)
  }

  @Test func hasNoExampleOfARuleThatIsGone() throws {
    #expect(try Set(goldens.names()).subtracting(Self.ids.map { "\($0).txt" }) == [])
  }

  @Test func namesEveryRuleOnceAndInTheSameForm() throws {
    let ids = CourseRules.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    for id in ids { #expect(try #/[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*/#.wholeMatch(in: id) != nil, "\(id)") }
  }
}
