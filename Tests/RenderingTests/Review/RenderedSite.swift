import Courses
import Diagnostics
import Foundation
import HTML
import Markdown
import Testing

@testable import Rendering

/// The files that a small course in memory becomes.
struct RenderedSite {
  /// The files by their paths in the site.
  let files: [String: String]
  /// What the pages tell the course, in the order in which they were read.
  let facts: [PageFacts]

  /// - Parameter sources: the files by their paths in `Content/`.
  init(_ sources: [String: String]) throws {
    func source(_ path: String) -> SourceFile? {
      sources[path].map { SourceFile(path: CourseFiles.path(path), text: $0) }
    }
    let slugs = Set(sources.keys.filter { $0.contains("/") }.map { String($0.prefix { $0 != "/" }) })
    let lessons = slugs.sorted().map { slug in
      LessonFiles(
        slug: slug,
        pages: Set(PageKind.allCases.filter { sources["\(slug)/\($0.rawValue).md"] != nil }),
        overview: source("\(slug)/overview.md").map(OverviewFile.init(reading:)))
    }
    let track = source("track.yml").map(TrackFile.init(reading:))
    let survey = Survey(of: CourseFiles(track: track, lessons: lessons), includesDrafts: false)
    #expect(survey.diagnostics.filter { $0.severity == .error } == [])
    let theme = try #require(SiteTheme.load(overrides: []).theme)
    let renderer = SiteRenderer(course: survey.course, theme: theme)

    var files: [SiteRenderer.File] = []
    var facts: [PageFacts] = []
    var summaries: [LessonSummary?] = []
    for lesson in survey.course.lessons {
      var review = ReviewMaterial()
      var own: [PageFacts] = []
      for kind in lesson.pages {
        let id = PageID(lesson: lesson.slug, kind: kind)
        let file = try #require(source(id.markdownPath))
        let document = try #require(Document.parse(file, from: FrontMatter.bodyOffset(of: file)).document)
        document.read { root in
          let (page, diagnostics) = PageReader.read(
            root, of: document, as: id, course: survey.course, assets: [])
          #expect(diagnostics.filter { $0.severity == .error } == [])
          let rendered = renderer.rendering(
            of: page, in: lesson, document: document, assets: [], summary: nil)
          files += rendered.files
          review.append(rendered.review)
          own.append(page.facts)
        }
      }
      files += renderer.cardsFile(of: lesson, review: review).map { [$0] } ?? []
      facts += own
      summaries.append(
        lesson.isPublished
          ? LessonSummary(overview: lesson.overview, pages: own, decks: review.decks) : nil)
    }
    files += renderer.trackFiles(summaries: summaries)
    self.files = Dictionary(
      uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    self.facts = facts
  }

  /// A part of a file, from one text up to and with another.
  func part(of path: String, from start: String, to end: String) throws -> String {
    let text = try #require(files[path], "\(path) is missing")
    let first = try #require(text.range(of: start), "\(path) has no \(start)").lowerBound
    let last = try #require(text[first...].range(of: end), "\(path) has no \(end)").upperBound
    return String(text[first..<last])
  }

  /// The data that a page has for the script, its words left out; nil where it has none.
  func data(of path: String) throws -> String? {
    guard try #require(files[path]).contains("page.data") else { return nil }
    let data = try part(
      of: path, from: "<script type=\"application/json\" id=\"page.data\">", to: "</script>")
    let words = try #require(data.range(of: "},\"track\""))
    #expect(Words.english.script.allSatisfy { data[..<words.upperBound].contains("\"\($0.key)\":") })
    return "\(data[words.lowerBound...])\n"
  }
}
