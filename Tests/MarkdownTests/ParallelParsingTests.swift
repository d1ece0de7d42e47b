import Diagnostics
import Testing

@testable import Markdown

@Suite struct ParallelParsingTests {
  /// Without the lock in ``Parser/finish()`` about one document in a hundred loses markup here.
  @Test func agreesWithParsingAlone() async throws {
    let source = SourceFile(
      path: "a.md", text: String(repeating: "a ~~b~~ www.c.example https://d.example ~e~ f\n\n", count: 20))
    let expected = Self.html(of: source)
    #expect(expected.contains("<del>b</del>") && expected.contains("href=\"http://www.c.example\""))
    let wrong = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask { (0..<250).count { _ in Self.html(of: source) != expected } }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }

  private static func html(of source: SourceFile) -> String {
    Document.parse(source).document?.read { $0.renderedByCMark } ?? ""
  }
}
