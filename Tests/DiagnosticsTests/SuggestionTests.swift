import Diagnostics
import Testing

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("pionts", "points"), ("Points", "points"), ("objectve", "objective"), ("point", "points"),
    ("obj", "objective"), ("xyz", nil), ("", nil), ("p", nil),
  ])
  func findsTheNearestWord(_ word: String, _ expected: String?) {
    #expect(nearest(to: word, among: ["points", "objective", "shuffle"]) == expected)
  }

  @Test func choosesTheFirstOfEquallyNearWords() {
    #expect(nearest(to: "cat", among: ["hat", "bat", "mat"]) == "bat")
    #expect(nearest(to: "ca", among: ["ac"]) == "ac")
  }

  @Test func ignoresWordsOfAnyLength() {
    let long = String(repeating: "a", count: 1_000_000)
    #expect(nearest(to: long, among: [long]) == nil)
    #expect(nearest(to: "a", among: [long]) == nil)
  }

  @Test(arguments: [
    ("pionts", "points"), ("Points", "points"), ("pont", "point"), ("pint", nil), ("xyz", nil), ("po", nil),
    ("obj", nil),
  ])
  func isSureOfOneNearWordOnly(_ word: String, _ expected: String?) {
    #expect(onlyNear(to: word, among: ["points", "point", "print", "points", "objective"]) == expected)
  }
}
