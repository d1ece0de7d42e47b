import Courses
import Diagnostics
import Testing

@Suite struct SurveyTests {
  private func example(
    lessons: String, _ overviews: [String: String], track: String = "", includesDrafts: Bool = false
  ) -> ExampleCourse {
    let parts = overviews.sorted { $0.key < $1.key }.map { slug, text in
      ("Content/\(slug)/overview.md", text)
    }
    let head = "title: t\ndescription: d\nphases:\n  - { title: One, lessons: [\(lessons)] }\n\(track)"
    return ExampleCourse([("Content/track.yml", head)] + parts, includesDrafts: includesDrafts)
  }

  private func overview(_ title: String, _ settings: String = "") -> String {
    "---\ndescription: d\n\(settings)---\n# \(title)\n"
  }

  @Test(arguments: [
    ("- title: One: two", "- title: \"One: two\""), ("- title: @one", "- title: \"@one\""),
    ("- title:One", "- title: One"), ("- title: One: # two", nil), ("- title: One: two\n      three", nil),
  ])
  func mendsTheTitleOfAPhase(_ title: String, _ expected: String?) {
    let text = { (title: String) in "phases:\n  \(title)\n    lessons: [a]\n" }
    let source = SourceFile(path: "track.yml", text: text(title))
    let fixed = FixedFile(applying: TrackFile(reading: source).diagnostics, to: source)
    #expect(String(decoding: fixed.bytes, as: UTF8.self) == text(expected ?? title))
  }

  @Test func readsTheSkeleton() throws {
    let course = ExampleCourse([
      (
        "Content/track.yml",
        """
        title: 012
        number: 24
        description: What it is about.
        language: pt-BR
        url: https://example.org/t24
        phases:
          - title: One
            lessons: [a, { slug: b, planned: Later }]
          - title: Two
            lessons:
              - c
        redirects:
          x.html: y.html
          y.html: a/index.html
          x.html#old: a/index.html#new
        """
      ),
      ("Content/a/overview.md", overview("The *first*") + "\n## New\n"), ("Content/a/references.md", "# R\n"),
      ("Content/a/cheatsheet.md", "# C\n"), ("Content/c/overview.md", overview("Third")),
    ]).course
    #expect(course.track.title == "012")
    #expect(course.track.number == 24)
    #expect(course.track.language == "pt-BR")
    #expect(course.track.url == "https://example.org/t24/")
    #expect(course.phases.map(\.title) == ["One", "Two"])
    #expect(course.phases.map(\.lessons) == [0..<2, 2..<3])
    #expect(course.lessons.map(\.title) == ["The first", "Later", "Third"])
    #expect(course.lessons.map(\.number) == [1, 2, 3])
    #expect(course.lessons[0].pages == [.overview, .cheatsheet, .references])
    #expect(!course.lessons[1].isPublished)
    #expect(
      course.redirects.map { "\($0.source) \($0.target)" } == [
        "x.html a/index.html", "y.html a/index.html", "x.html#old a/index.html#new",
      ])
  }

  @Test func namesDraftsButPublishesThemOnRequestOnly() throws {
    let overviews = ["a": overview("A", "status: draft\n"), "b": overview("B", "prerequisites: [a]\n")]
    let published = example(lessons: "a, b", overviews)
    #expect(published.course.lessons.map(\.title) == ["A", "B"])
    #expect(published.course.lessons.map(\.isPublished) == [false, true])
    #expect(published.diagnostics.isEmpty)
    let drafts = example(lessons: "a, b", overviews, includesDrafts: true)
    #expect(drafts.course.lessons.map(\.isPublished) == [true, true])
  }

  @Test func allowsAPlannedPrerequisite() {
    let course = example(lessons: "{ slug: a, planned: A }, b", ["b": overview("B", "prerequisites: [a]\n")])
    #expect(course.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("Short\n=====\n", "Short"), ("Title [x]\n\n" + "", nil), ("A &amp; B `c`\n-----\n", nil),
  ])
  func findsOtherTitles(_ body: String, _ title: String?) {
    let course = example(lessons: "a", ["a": "---\ndescription: d\n---\n\(body)"]).course
    #expect(course.lessons[0].title == title ?? "a")
  }

  @Test func findsTheTitleOfALongPage() {
    let filler = String(repeating: "Some words.\n\n", count: 1000)
    let texts = ["# Near\n\n\(filler)", "\(filler)# Far\n", "# A [b]\n\n\(filler)[b]: x\n", filler]
    let titles = texts.map { text in
      example(lessons: "a", ["a": "---\ndescription: d\n---\n\(text)"]).course.lessons[0].title
    }
    #expect(titles == ["Near", "Far", "A b", "a"])
  }

  @Test func followsRedirectsOfMovedPagesToHeadings() {
    let course = example(
      lessons: "a", ["a": overview("A") + "\n## New\n\n## Newer\n"],
      track: """
        redirects:
          a/old.html: a/index.html
          b.html: a/old.html#new
          c.html: b.html
          a/index.html#gone: a/old.html#newer
        """)
    #expect(course.diagnostics.isEmpty)
    #expect(
      course.course.redirects.map(\.target) == [
        "a/index.html", "a/index.html#new", "a/index.html#new", "a/index.html#newer",
      ])
  }

  @Test func followsALongChainOfRedirects() {
    let chain = (0..<10_000).map { "  r\($0).html: r\($0 + 1).html\n" }.joined()
    let overviews = ["a": overview("A")]
    let whole = example(lessons: "a", overviews, track: "redirects:\n\(chain)  r10000.html: a/index.html\n")
    #expect(whole.diagnostics.isEmpty)
    #expect(whole.course.redirects.allSatisfy { $0.target == "a/index.html" })
    let dead = example(lessons: "a", overviews, track: "redirects:\n\(chain)")
    #expect(dead.diagnostics.map(\.message) == ["there is no page “r10000.html” in this site"])
    let loop = example(lessons: "a", overviews, track: "redirects:\n\(chain)  r10000.html: r5000.html\n")
    #expect(loop.diagnostics.map(\.rule.id) == ["redirect.loop"])
  }

  @Test func reportsOneCircleOfATangle() {
    let slugs = (0..<300).map { "l\($0)" }
    let all = slugs.joined(separator: ", ")
    let overviews = Dictionary(
      uniqueKeysWithValues: slugs.map { ($0, overview($0, "prerequisites: [\(all)]\n")) })
    let diagnostics = example(lessons: all, overviews).diagnostics
    #expect(diagnostics.map(\.message) == ["the prerequisites go round in a circle: l0 → l0"])
  }

  @Test func followsALongChainOfPrerequisites() {
    let slugs = (0..<2000).map { "l\($0)" }
    let overviews = Dictionary(
      uniqueKeysWithValues: slugs.indices.map { index in
        (slugs[index], overview("T", "prerequisites: [\(slugs[(index + 1) % slugs.count])]\n"))
      })
    let diagnostics = example(lessons: slugs.joined(separator: ", "), overviews).diagnostics
    #expect(diagnostics.count == 1)
    #expect(diagnostics.first?.message.hasSuffix("→ l1999 → l0") ?? false)
  }

  @Test(arguments: [
    ("https://example.org", "https://example.org/"),
    ("HTTP://Example.org:8080/a/", "http://Example.org:8080/a/"),
    ("https://example.org/?x", nil), ("https://example.org/#x", nil), ("https://a@example.org/", nil),
    ("https://", nil), ("ftp://example.org", nil), ("example.org", nil), ("https://exa mple.org", nil),
    ("https://example.org/ä", nil), ("https://-x/", nil),
  ])
  func bringsAddressesIntoOneForm(_ text: String, _ url: String?) {
    #expect(Track.normalizedURL(text) == url)
  }
}
