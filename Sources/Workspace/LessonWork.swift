import Courses
import Diagnostics
import Markdown
import Rendering

/// The work on one lesson: its pages read, checked, rendered and written, each in one go.
struct LessonWork: Sendable {
  let course: Course
  let content: ContentFolder
  /// Nil where the theme has an error; pages are then only checked.
  let renderer: SiteRenderer?
  /// Nil where nothing is to be written.
  let publisher: Publisher?
  /// The files of `Content/` that are no pages, as paths in it.
  let assets: Set<String>

  init(course: Course, content: ContentFolder, renderer: SiteRenderer?, publisher: Publisher?) {
    self.course = course
    self.content = content
    self.renderer = renderer
    self.publisher = publisher
    let listing = content.listing
    assets = Set(
      listing.lessons.flatMap(\.assets)
        + listing.staticFiles.map { "\(ContentListing.staticFolder)/\($0)" })
  }

  /// What is left of a lesson once its pages are done.
  struct Result: Sendable {
    var pages: [PageFacts] = []
    var files: [PublishedFile] = []
    var diagnostics: [Diagnostic] = []
    /// What the home tells of it; nil for a lesson that this build does not publish.
    var summary: LessonSummary?
  }

  /// Works on a lesson. The overview comes last, since it tells what the other pages hold.
  func result(for lesson: Lesson) throws(WorkspaceError) -> Result {
    var result = Result()
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
    if let publisher, let file = renderer?.cardsFile(of: lesson, review: review) {
      result.files.append(try publisher.write(file.bytes, to: file.path))
    }
    return result
  }

  private func work(
    on kind: PageKind, of lesson: Lesson, into result: inout Result, _ review: inout ReviewMaterial
  ) throws(WorkspaceError) {
    let id = PageID(lesson: lesson.slug, kind: kind)
    let bytes = try content.read(id.markdownPath, limit: Limits.fileSize)
    let source = SourceFile(path: CourseFiles.path(id.markdownPath), bytes: bytes)
    let start = kind == .overview ? FrontMatter.block(in: source)?.end ?? 0 : 0
    let parsed = Document.parse(source, from: start)
    result.diagnostics += parsed.diagnostics
    guard let document = parsed.document else { return }

    let summary = result.summary
    let (facts, diagnostics, rendering) = document.read { root in
      let (page, diagnostics) = PageReader.read(root, of: document, as: id, course: course, assets: assets)
      let rendering = renderer?.rendering(
        of: page, in: lesson, document: document, assets: assets, summary: summary)
      return (page.facts, diagnostics, rendering)
    }
    result.pages.append(facts)
    result.diagnostics += diagnostics
    guard let rendering else { return }
    result.diagnostics += rendering.diagnostics
    review.append(rendering.review)
    guard let publisher else { return }
    for file in rendering.files { result.files.append(try publisher.write(file.bytes, to: file.path)) }
  }
}

extension LessonWork.Result {
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
