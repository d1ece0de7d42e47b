import Courses
import Testing

@Suite struct HeadingIDsTests {
  private func ids(_ texts: [String]) -> [String] {
    var ids = HeadingIDs()
    return texts.map { ids.id(for: $0) }
  }

  /// The expected ids are those that github-slugger 2.0.0 gives.
  @Test(arguments: [
    ("Hello, World!", "hello-world"), ("I ♥ unicode", "i--unicode"), ("a_b-c  d", "a_b-c--d"),
    ("Größe & Länge", "größe--länge"), ("日本語", "日本語"), ("Привет", "привет"), ("हिन्दी", "हिन्दी"),
    ("1. First", "1-first"), ("ÉTÉ", "été"), ("`code` & <b>", "code--b"), ("😄 smile", "-smile"),
  ])
  func followsGitHub(_ text: String, _ id: String) {
    #expect(ids([text]) == [id])
  }

  @Test func numbersRepeats() {
    #expect(ids(["a", "a", "A!", "a"]) == ["a", "a-1", "a-2", "a-3"])
  }

  @Test func neverGivesAnIDTwice() {
    #expect(ids(["a", "a", "a-1", "a-1", "a", "a-1-1"]) == ["a", "a-1", "a-1-1", "a-1-2", "a-2", "a-1-1-1"])
  }

  @Test func namesAHeadingOfSigns() {
    #expect(ids(["???", "!"]) == ["section", "section-1"])
  }
}
