import Courses
import Diagnostics
import Foundation
import Testing

/// A page with every mistake of the dialect that one practice page can hold, each at a place of its own.
@Suite struct EveryMistakeTests {
  @Test func reportsEachMistakeOnceAndAtItsPlace() throws {
    let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Fixtures")
    let text = try String(contentsOf: fixtures.appending(path: "every-mistake.md"), encoding: .utf8)
    let expected = try String(contentsOf: fixtures.appending(path: "every-mistake.txt"), encoding: .utf8)
    let findings = PracticePage(text).findings
    for line in Set(findings).symmetricDifference(expected.split(separator: "\n").map(String.init)).sorted() {
      Issue.record("\(line) is \(findings.contains(line) ? "not expected" : "missing")")
    }
    #expect(findings == expected.split(separator: "\n").map(String.init))
    let rules = Set(findings.compactMap { $0.split(separator: " ").last.map(String.init) })
    let elsewhere: Set = [
      "practice.too-many-answers", "practice.no-questions", "practice.lesson-opt-in", "practice.uncovered",
      "practice.no-objective",
    ]
    #expect(rules.union(elsewhere) == Set(PracticeRules.all.map(\.id)))
  }
}
