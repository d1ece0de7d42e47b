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

  @Test(arguments: [
    ("weke-2", "week-2"), ("week-3", nil), ("week", nil), ("drawing-12", nil), ("drawng-21", "drawing-21"),
  ])
  func takesNoNumberForAnother(_ word: String, _ expected: String?) {
    #expect(onlyNear(to: word, among: ["week-2", "drawing-21"]) == expected)
  }

  @Test(arguments: [
    ("intro/indx.html", "intro/index.html"), ("abc/index.html", nil), ("index.html", nil),
    ("intro/b.png", nil), ("intro/drawing.jpg", "intro/drawing.png"),
    ("inrto/drawing.png", "intro/drawing.png"),
    ("intro/more/index.html", nil),
  ])
  func isSureOfAPathWhosePartsAreNear(_ path: String, _ expected: String?) {
    let candidates = ["intro/index.html", "xyz/index.html", "intro/a.png", "intro/drawing.png"]
    #expect(onlyNear(toPath: path, among: candidates) == expected)
  }
}
