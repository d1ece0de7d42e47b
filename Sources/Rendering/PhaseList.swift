import Courses
import HTML

/// The sidebar of a phase's pages: its lessons, with the pages of the current one. It does not grow with
/// the track.
///
/// The lessons are written once for all pages of the phase, since they only differ in the current one.
struct PhaseList: Sendable {
  private let words: Words
  /// What stands before the lessons.
  private var opening = HTMLWriter(capacity: 256)
  /// The lessons as they stand where they are not the current one.
  private var lessons = HTMLWriter()
  /// Where in it each lesson stands.
  private var items: [Range<Int>] = []
  private let firstIndex: Int

  /// - Parameters:
  ///   - phase: the phase.
  ///   - course: the skeleton of the track.
  ///   - words: the interface's words.
  init(of phase: Phase, course: Course, words: Words) {
    self.words = words
    firstIndex = phase.lessons.lowerBound
    opening.openFold(phase.title)
    opening.markup("<ol class=\"stops\">\n")
    for lesson in course.lessons[phase.lessons] {
      let start = lessons.count
      item(lesson, into: &lessons)
      items.append(start..<lessons.count)
    }
  }

  /// The sidebar of a page.
  ///
  /// - Parameters:
  ///   - page: the page.
  ///   - lesson: its lesson, which is one of the phase.
  func html(for page: PageID, of lesson: Lesson) -> HTMLWriter {
    var html = HTMLWriter(capacity: opening.count + lessons.count + 512)
    let here = items[lesson.number - 1 - firstIndex]
    html.append(opening)
    html.append(lessons, 0..<here.lowerBound)
    currentItem(lesson, page, into: &html)
    html.append(lessons, here.upperBound..<lessons.count)
    html.markup("</ol>\n</details>")
    return html
  }

  private func item(_ lesson: Lesson, into html: inout HTMLWriter) {
    guard lesson.isPublished else {
      html.markup("<li class=\"planned\">")
      number(lesson, into: &html)
      html.markup("<span>")
      html.text(lesson.title)
      html.markup(" <small>")
      html.text(words[.inPreparation])
      html.markup("</small></span></li>\n")
      return
    }
    html.markup("<li>")
    number(lesson, into: &html)
    html.markup("<a")
    html.attribute("href", url: "../" + PageID(lesson: lesson.slug, kind: .overview).htmlPath)
    html.markup(">")
    html.text(lesson.title)
    html.markup("</a></li>\n")
  }

  private func currentItem(_ lesson: Lesson, _ page: PageID, into html: inout HTMLWriter) {
    html.markup("<li class=\"here\">")
    number(lesson, into: &html)
    html.markup("<span>")
    html.text(lesson.title)
    html.markup("</span>\n<ul>\n")
    for kind in lesson.pages {
      html.markup("<li><a")
      html.attribute("href", url: PageID(lesson: lesson.slug, kind: kind).htmlName)
      if kind == page.kind { html.attribute("aria-current", "page") }
      html.markup(">")
      html.text(words.name(of: kind))
      html.markup("</a></li>\n")
    }
    html.markup("</ul></li>\n")
  }

  private func number(_ lesson: Lesson, into html: inout HTMLWriter) {
    html.markup("<span class=\"n\">")
    html.number(lesson.number)
    html.markup("</span> ")
  }
}

extension HTMLWriter {
  /// Opens a list that folds on small screens, under its title.
  mutating func openFold(_ title: String) {
    markup("<details class=\"fold\"><summary>")
    text(title)
    markup("</summary>\n<p class=\"fold-title\">")
    text(title)
    markup("</p>\n")
  }
}
