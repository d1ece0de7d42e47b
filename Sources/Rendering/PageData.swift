import Courses
import HTML

/// What the script needs to know of a page beside its HTML: the words that it says, the track's title, which
/// tells files of progress apart, the lessons that can be reviewed, and the objectives that the page's
/// questions test.
struct PageData {
  let words: Words
  private let track: String
  /// The slugs of the lessons, on the pages that tell what is due.
  private var lessons: [String] = []
  /// The objectives in the order of the overview.
  private var objectives: [Objective] = []
  /// Where to read up on them, from the page.
  private var reading = ""

  /// For a page that asks nothing itself, but tells what is due.
  ///
  /// - Parameters:
  ///   - course: the track.
  ///   - summaries: what each published lesson holds, in the order of ``Course/lessons``.
  ///   - words: the interface's words.
  init(of course: Course, summaries: [LessonSummary?], words: Words) {
    self.words = words
    track = course.track.title
    lessons = zip(course.lessons, summaries).filter { $1?.hasReviews == true }.map(\.0.slug)
  }

  /// - Parameters:
  ///   - page: a page of the lesson.
  ///   - lesson: its lesson.
  ///   - course: the track.
  ///   - words: the interface's words.
  init(of page: Page, in lesson: Lesson, course: Course, words: Words) {
    self.words = words
    track = course.track.title
    let tested = Set(page.questions.flatMap(\.settings.objectives))
    objectives = lesson.overview?.objectives.filter { tested.contains($0.slug) } ?? []
    let lessonPage = PageID(lesson: lesson.slug, kind: lesson.pages.contains(.lesson) ? .lesson : .overview)
    reading = SitePath.relative(from: page.id.htmlPath, to: lessonPage.htmlPath)
    if lessonPage.kind == .overview { reading += "#page.objectives" }
  }

  /// The block, which stands last in the page's body.
  func html() -> HTMLWriter {
    var html = HTMLWriter(capacity: 4096)
    html.markup("<script type=\"application/json\" id=\"page.data\">{\"words\":")
    html.append(words.scriptObject)
    html.markup(",\"track\":")
    html.jsonString(track)
    for (index, lesson) in lessons.enumerated() {
      html.markup(index > 0 ? "," : ",\"lessons\":[")
      html.jsonString(lesson)
    }
    if !lessons.isEmpty { html.markup("]") }
    for (index, objective) in objectives.enumerated() {
      html.markup(index > 0 ? "," : ",\"objectives\":{")
      html.jsonString(objective.slug)
      html.markup(":{\"text\":")
      html.jsonString(objective.text)
      html.markup(",\"href\":")
      html.jsonString(reading)
      html.markup("}")
    }
    html.markup(objectives.isEmpty ? "}</script>\n" : "}}</script>\n")
    return html
  }
}
