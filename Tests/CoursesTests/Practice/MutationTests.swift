import Courses
import Diagnostics
import Foundation
import TestSupport
import Testing

/// Whatever an author writes, the reader neither stops nor points outside of the file.
@Suite struct MutationTests {
  /// How many pages to break; `WAYMARK_MUTATIONS` asks for more.
  private var count: Int {
    ProcessInfo.processInfo.environment["WAYMARK_MUTATIONS"].flatMap(Int.init) ?? 2000
  }

  @Test func readsBrokenPagesWithinTheirFile() throws {
    let goldens = Goldens()
    var pages = try goldens.names().compactMap { try Example(goldens.text(of: $0)).parts.first?.text }
    let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Fixtures")
    let full = try String(
      contentsOf: fixtures.appending(path: "multimodal-practice.md"), encoding: .utf8)
    pages += Array(repeating: full, count: pages.count / 4)
    var mutator = Mutator(seed: 1)
    for number in 0..<count {
      let text = mutator.mutate(pages[mutator.below(pages.count)])
      let page = PracticePage(text, kind: number % 7 == 0 ? .lesson : .practice)
      let size = page.source.bytes.count
      for diagnostic in page.diagnostics {
        for span in [diagnostic.span] + diagnostic.notes.map(\.span) {
          #expect(
            span.path == page.source.path && span.range.lowerBound >= 0 && span.range.upperBound <= size,
            "\(diagnostic.rule.id) in \(text)")
        }
      }
    }
  }

  @Test func mendsBrokenPagesOnceAndForAll() throws {
    let goldens = Goldens()
    let pages = try goldens.names().compactMap { try Example(goldens.text(of: $0)).parts.first?.text }
    var mutator = Mutator(seed: 2)
    for _ in 0..<count / 4 {
      let text = mutator.mutate(pages[mutator.below(pages.count)])
      let fixed = FixedExample([("practice.md", text)]) { PracticePage($0[0].text).diagnostics }
      #expect(fixed.rounds < 20, "fix-its without end in \(text)")
      for diagnostic in PracticePage(text).diagnostics where diagnostic.fixIt != nil {
        #expect(diagnostic.rule.isFixable, "\(diagnostic.rule.id)")
      }
    }
  }
}
