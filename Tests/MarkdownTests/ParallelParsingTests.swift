import Diagnostics
import Testing

@testable import Markdown

@Suite struct ParallelParsingTests {
  /// Without the lock in ``Parser/finish(readsReferences:)`` about one document in a hundred loses markup here. The second page
  /// is parsed without it, while the special characters of the first come and go.
  @Test func agreesWithParsingAlone() async throws {
    let pages = [
      "a ~~b~~ www.c.example https://d.example ~e~ f\n\n",
      "why: *w*w :** w** [w:](w) `:w`  \nww: a:  \n:\n\n",
    ].map { SourceFile(path: "a.md", text: String(repeating: $0, count: 20)) }
    let expected = pages.map(Self.html)
    #expect(expected[0].contains("<del>b</del>") && expected[0].contains("href=\"http://www.c.example\""))
    #expect(expected[1].contains("<p>why: <em>w</em>w :** w** <a href=\"w\">w:</a>"))
    let wrong = await withTaskGroup(of: Int.self) { group in
      for place in 0..<8 {
        group.addTask { (0..<250).count { _ in Self.html(of: pages[place % 2]) != expected[place % 2] } }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }

  private static func html(of source: SourceFile) -> String {
    Document.parse(source).document?.read { $0.renderedByCMark } ?? ""
  }
}
