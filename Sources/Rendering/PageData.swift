import Courses
import HTML

/// What the script needs to know of a page beside its HTML: the words that it says, and the objectives
/// that the page's questions test.
struct PageData {
  let words: Words
  /// The objectives in the order of the overview.
  private var objectives: [Objective] = []
  /// Where to read up on them, from the page.
  private var reading = ""

  /// For a page that asks nothing itself.
  init(words: Words) {
    self.words = words
  }

  /// - Parameters:
  ///   - page: a page of the lesson.
  ///   - lesson: its lesson.
  ///   - words: the interface's words.
  init(of page: Page, in lesson: Lesson, words: Words) {
    self.words = words
    let tested = Set(page.questions.flatMap(\.settings.objectives))
    objectives = lesson.overview?.objectives.filter { tested.contains($0.slug) } ?? []
    let lessonPage = PageID(lesson: lesson.slug, kind: lesson.pages.contains(.lesson) ? .lesson : .overview)
    reading = SitePath.relative(from: page.id.htmlPath, to: lessonPage.htmlPath)
    if lessonPage.kind == .overview { reading += "#page.objectives" }
  }

  /// The block, which stands last in the page's body.
  func html() -> HTMLWriter {
    var html = HTMLWriter(capacity: 4096)
    html.markup("<script type=\"application/json\" id=\"page.data\">{\"words\":{")
    for (index, (key, text)) in words.script.enumerated() {
      if index > 0 { html.markup(",") }
      html.jsonString(key)
      html.markup(":")
      html.jsonString(text)
    }
    html.markup("}")
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
