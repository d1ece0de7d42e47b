import Courses
import Testing

@Suite struct LinkResolverTests {
  private let example = ExampleCourse([
    (
      "Content/track.yml",
      """
      title: A course
      description: What it is about.
      phases:
        - title: First steps
          lessons: [intro, next, draft, { slug: later, planned: Later }]
      """
    ),
    ("Content/intro/overview.md", "---\ndescription: d\n---\n# Intro\n"),
    ("Content/intro/lesson.md", "# Lesson\n"),
    ("Content/intro/images/a b.png", ""),
    ("Content/intro/100% größe#1.pdf", ""),
    ("Content/intro/c:d.txt", ""),
    ("Content/next/overview.md", "---\ndescription: d\n---\n# Next\n"),
    ("Content/next/notes.md", ""),
    ("Content/draft/overview.md", "---\ndescription: d\nstatus: draft\n---\n# Draft\n"),
    ("Content/static/papers/one.pdf", ""),
  ])

  private func resolver(_ kind: PageKind = .lesson) -> LinkResolver {
    LinkResolver(
      page: PageID(lesson: "intro", kind: kind), course: example.course, assets: example.assets)
  }

  @Test(arguments: [
    ("lesson.md", "lesson.html"), ("./overview.md", "index.html"), ("../intro/lesson.md#a", "#a"),
    ("overview.md#a%20b", "index.html#a%20b"),
    ("../next/overview.md#größe", "../next/index.html#gr%C3%B6%C3%9Fe"),
    ("..//next/./overview.md", "../next/index.html"), ("#top", "#top"), ("overview.md#", "index.html"),
    ("images/a%20b.png", "images/a%20b.png"), ("images/a b.png", "images/a%20b.png"),
    ("100%25%20größe%231.pdf#page=2", "100%25%20gr%C3%B6%C3%9Fe%231.pdf#page=2"),
    ("./c%3Ad.txt", "c%3Ad.txt"),
    ("../static/papers/one.pdf", "../papers/one.pdf"), ("../next/notes.md", "../next/notes.md"),
    ("%6Cesson.md", "lesson.html"), ("https://example.org/a?b#c", "https://example.org/a?b#c"),
    ("HTTP://example.org", "HTTP://example.org"), ("mailto:a@example.org", "mailto:a@example.org"),
    ("tel:+49", "tel:+49"),
  ])
  func givesTheURLFromThePublishedPage(_ destination: String, _ url: String) {
    let resolver = resolver()
    #expect(resolver.url(of: resolver.target(of: destination)) == url)
  }

  @Test(
    arguments: [
      ("", .empty), ("#", .empty), ("/x", .absolute), ("//example.org", .absolute), ("../../x", .outside),
      ("../../Content/intro/lesson.md", .outside), ("%2E%2e/../x", .outside), ("lesson.md?x", .query),
      ("lesson.html#x", .html("lesson.md#x")), ("../next/index.html", .html("../next/overview.md")),
      ("../next", .folder(suggestion: "../next/overview.md")), ("..", .folder(suggestion: nil)),
      (".", .folder(suggestion: "overview.md")), ("../later/lesson.md", .planned(lesson: "later")),
      ("../draft/overview.md", .draft(lesson: "draft")), ("a%", .malformed), ("a%zz", .malformed),
      ("a%FF", .malformed),
      ("a\\b", .malformed), ("a%00b", .malformed), ("https://", .malformed), ("https:/x", .malformed),
      ("https:\\\\x", .malformed), ("mailto:", .malformed), ("javascript:x", .scheme("javascript")),
      ("\u{1}java\tscript:x", .scheme("javascript")), ("\nDATA:x", .scheme("data")),
      ("c:d.txt", .scheme("c")),
      ("file:///etc/passwd", .scheme("file")), ("images/", .missing("images/", resolved: "intro/images")),
      ("images/a%20b.png/", .missing("images/a b.png/", resolved: "intro/images/a b.png")),
      ("practice.md", .missing("practice.md", resolved: "intro/practice.md")),
      ("../track.yml", .missing("../track.yml", resolved: "track.yml")),
    ] as [(String, LinkProblem)])
  func refusesADestination(_ destination: String, _ problem: LinkProblem) {
    let resolver = resolver()
    let target = resolver.target(of: destination)
    #expect(target == .problem(problem))
    #expect(resolver.url(of: target) == nil)
  }
}
