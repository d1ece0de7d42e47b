import Courses
import Diagnostics
import Markdown
import Testing

@Suite struct PageReaderTests {
  private func facts(_ text: String, kind: PageKind = .lesson) throws -> PageFacts {
    let example = ExampleCourse([
      ("Content/track.yml", "title: t\ndescription: d\nphases: [{ title: p, lessons: [intro] }]\n"),
      ("Content/intro/overview.md", "---\ndescription: d\n---\n# Intro\n"),
      ("Content/intro/\(kind.rawValue).md", text),
      ("Content/intro/tree.png", ""),
    ])
    return try #require(example.pages.first { $0.page.kind == kind })
  }

  private func levels(_ text: String, kind: PageKind) -> [Int] {
    let source = SourceFile(path: "Content/intro/\(kind.rawValue).md", text: text)
    let course = Course(
      track: Track(title: "t", number: nil, description: "d", language: "en", url: nil), phases: [],
      lessons: [])
    guard let document = Document.parse(source).document else { return [] }
    return document.read { root in
      let id = PageID(lesson: "intro", kind: kind)
      return PageReader.read(root, of: document, as: id, course: course, assets: []).page.headings
        .map(\.renderedLevel)
    }
  }

  @Test func collectsWhatTheCourseNeeds() throws {
    let facts = try facts(
      """
      # The `title` of *this*

      Five words to read here. [Over](overview.md#x), [again](overview.md#x) and
      [up](#the-title-of-this). ![A tree](tree.png) ![A tree](./tree.png)

      ```
      none of these words
      ```

      ## More
      """)
    #expect(facts.anchors == ["the-title-of-this", "more"])
    #expect(facts.links.map(\.target.kind) == [.overview, .overview, .lesson])
    #expect(facts.links.map(\.fragment) == ["x", "x", "the-title-of-this"])
    #expect(facts.assets == ["intro/tree.png"])
    #expect(facts.words == 18)
  }

  @Test func countsWordsOfEveryScript() throws {
    #expect(try facts("# T\n\ndon't re-read it’s 3.5 ... — naïve e\u{301}a").words == 8)
    #expect(try facts("# T\n\n日本語の本").words == 4)
  }

  @Test func countsWordsTheSameWhereverTheyStand() throws {
    for width in 1...17 {
      let word = String(repeating: "x", count: width)
      #expect(try facts("# T\n\n\(word) don't re-read \(word)é it’s 3.5 (zZ@[`{09/:)").words == 10)
    }
  }

  @Test func raisesQuestionsRightUnderATitle() {
    let text = "# T\n\n### Sort: a\n\n### Sort: b\n\n## S\n\n### Sort: c\n"
    #expect(levels(text, kind: .practice) == [1, 2, 2, 2, 3])
    #expect(levels(text, kind: .lesson) == [1, 3, 3, 2, 3])
  }

  @Test func refusesHTMLInQuestionsOnly() {
    let question = "### Choose one: a\n\nOne <kbd>key</kbd> <br>\n\n- [x] a\n- [ ] b <!-- no -->\n"
    let example = ExampleCourse([
      ("Content/track.yml", "title: t\ndescription: d\nphases: [{ title: p, lessons: [intro] }]\n"),
      ("Content/intro/overview.md", "---\ndescription: d\n---\n# Intro\n\n<kbd>a</kbd> <b>c</b>\n"),
      ("Content/intro/practice.md", "# P\n\nA <kbd>key</kbd>.\n\n\(question)\n## S\n\n<sub>a</sub>\n"),
    ])
    let errors = example.diagnostics.filter { $0.severity == .error }
    #expect(Set(errors.map(\.rule)) == [.rawHTML])
    #expect(errors.map(\.span.path).sorted() == ["Content/intro/overview.md", "Content/intro/practice.md"])
  }

  @Test(arguments: [PageKind.practice, .lesson]) func readsAPageOfHeadings(_ kind: PageKind) throws {
    let text = "# T\n" + (0..<5_000).map { "### \($0)\n" }.joined()
    #expect(try facts(text, kind: kind).anchors.count == 5_001)
  }

  @Test func readsTheRestOfAPageWithMistakes() {
    let example = ExampleCourse([
      ("Content/track.yml", "title: t\ndescription: d\nphases: [{ title: p, lessons: [intro] }]\n"),
      ("Content/intro/overview.md", "---\ndescription\n---\n## Intro\n\n[a](b) ![](c)\n"),
    ])
    #expect(
      Set(example.diagnostics.map(\.rule.id)) == [
        "yaml.wrong-type", "page.no-title", "link.broken", "image.broken", "image.no-alt",
      ])
  }
}
