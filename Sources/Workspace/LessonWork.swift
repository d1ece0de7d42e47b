import Courses
import Diagnostics
import Markdown
import Rendering

/// The work on one lesson: its pages read, checked, rendered and handed on, each in one go.
struct LessonWork<Sink: SiteSink>: Sendable {
  let course: Course
  let content: ContentFolder
  /// Nil where the theme has an error; pages are then only checked.
  let renderer: SiteRenderer?
  let sink: Sink
  /// Whether to advise on the writing of questions.
  let advises: Bool

  /// Works on a lesson. The overview comes last, since it tells what the other pages hold.
  func result(for lesson: Lesson) throws(WorkspaceError) -> LessonResult<Sink.File> {
    var result = LessonResult<Sink.File>()
    var review = ReviewMaterial()
    for kind in lesson.pages where kind != .overview {
      try work(on: kind, of: lesson, into: &result, &review)
    }
    guard lesson.isPublished else { return result }
    if lesson.pages.contains(.overview) {
      result.summary = LessonSummary(overview: lesson.overview, pages: result.pages, decks: review.decks)
      try work(on: .overview, of: lesson, into: &result, &review)
    }
    result.summary = LessonSummary(overview: lesson.overview, pages: result.pages, decks: review.decks)
    if let file = renderer?.cardsFile(of: lesson, review: review) {
      result.files.append(try sink.write(file.bytes, to: file.path))
    }
    return result
  }

  private func work(
    on kind: PageKind, of lesson: Lesson, into result: inout LessonResult<Sink.File>,
    _ review: inout ReviewMaterial
  ) throws(WorkspaceError) {
    let id = PageID(lesson: lesson.slug, kind: kind)
    let source = try content.source(id.markdownPath)
    let parsed = Document.parse(source, from: FrontMatter.bodyOffset(of: source))
    result.diagnostics += parsed.diagnostics
    guard let document = parsed.document else { return }

    let summary = result.summary
    let assets = content.listing.assets
    let (facts, diagnostics, rendering) = document.read { root in
      let (page, diagnostics) = PageReader.read(
        root, of: document, as: id, course: course, assets: assets, advises: advises)
      let rendering = renderer?.rendering(
        of: page, in: lesson, document: document, assets: assets, summary: summary)
      return (page.facts, diagnostics, rendering)
    }
    result.pages.append(facts)
    result.diagnostics += diagnostics
    guard let rendering else { return }
    result.diagnostics += rendering.diagnostics
    review.append(rendering.review)
    for file in rendering.files { result.files.append(try sink.write(file.bytes, to: file.path)) }
  }
}

/// What is left of a lesson once its pages are done.
struct LessonResult<File: Sendable>: Sendable {
  var pages: [PageFacts] = []
  var files: [File] = []
  var diagnostics: [Diagnostic] = []
  /// What the home tells of it; nil for a lesson that this build does not publish.
  var summary: LessonSummary?

  /// What the manifest says of the pages.
  var manifestPages: [Manifest.Page] {
    pages.map { facts in
      Manifest.Page(
        path: facts.page.htmlPath, anchors: facts.anchors, objectives: facts.objectives,
        questions: facts.questions.map {
          Manifest.Question(id: $0.id, version: $0.version, key: $0.key)
        })
    }
  }
}
