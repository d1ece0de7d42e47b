import Foundation
import FuzzTargets
import TestSupport
import Testing

/// What libFuzzer has found, and what its runs begin with, under the invariants that it looks for.
@Suite struct CorpusTests {
  private static var tests: URL { URL(filePath: #filePath).appending(path: "../..").standardizedFileURL }

  @Test(arguments: FuzzTarget.allCases) func holdsOnEveryInputOfTheCorpus(_ target: FuzzTarget) throws {
    let folder = Self.tests.appending(path: "Fuzz/Corpus/\(target.rawValue)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(!names.isEmpty)
    for name in names {
      let problem = target.problem(with: Array(try Data(contentsOf: folder.appending(path: name))))
      #expect(problem == nil, "\(name)")
    }
  }

  @Test(arguments: 300..<304) func holdsOnGeneratedDocuments(_ seed: UInt64) {
    var generator = MarkdownGenerator(seed: seed)
    for _ in 0..<60 {
      let document = generator.document()
      #expect(FuzzTarget.markdown.problem(with: Array(document.utf8)) == nil, "\(document.debugDescription)")
    }
  }

  @Test func holdsOnBrokenPracticePages() throws {
    let fixture = Self.tests.appending(path: "Fixtures/multimodal-practice.md")
    let page = try String(contentsOf: fixture, encoding: .utf8)
    var mutator = Mutator(seed: 3)
    for _ in 0..<60 {
      let broken = mutator.mutate(page)
      #expect(FuzzTarget.questions.problem(with: Array(broken.utf8)) == nil)
    }
  }
}
