import Courses
import HTML

/// The track's lessons by phase, as its home lists them.
struct Syllabus {
  let course: Course
  /// What each published lesson holds, in the order of ``Course/lessons``; nil for the others.
  let summaries: [LessonSummary?]
  let words: Words

  /// The list.
  func html() -> HTMLWriter {
    var html = HTMLWriter(capacity: 512 * course.lessons.count)
    for (index, phase) in course.phases.enumerated() {
      html.markup("<section class=\"phase\"")
      html.attribute("data-trail", Trail(ofPhase: index).rawValue)
      html.markup(">\n<h2><span class=\"blaze\"></span> ")
      html.text(phase.title)
      html.markup("</h2>\n<ol class=\"stops\">\n")
      for lesson in phase.lessons { item(course.lessons[lesson], summaries[lesson], into: &html) }
      html.markup("</ol>\n</section>\n")
    }
    return html
  }

  private func item(_ lesson: Lesson, _ summary: LessonSummary?, into html: inout HTMLWriter) {
    html.markup(lesson.isPublished ? "<li>" : "<li class=\"planned\">")
    html.markup("<span class=\"n\">")
    html.number(lesson.number)
    html.markup("</span> <h3>")
    guard lesson.isPublished, let summary, let overview = lesson.overview else {
      html.text(lesson.title)
      html.markup("</h3> <p class=\"meta\">")
      html.text(words[.inPreparation])
      html.markup("</p></li>\n")
      return
    }
    html.markup("<a")
    html.attribute("href", url: PageID(lesson: lesson.slug, kind: .overview).htmlPath)
    html.markup(">")
    html.text(lesson.title)
    html.markup("</a>")
    if overview.isDraft {
      html.markup(" <span class=\"badge\">")
      html.text(words[.draft])
      html.markup("</span>")
    }
    html.markup("</h3> <p class=\"meta\">")
    let minutes = summary.minutes
    var facts = minutes > 0 ? [words(.shortMinutes, minutes)] : []
    if let difficulty = overview.difficulty { facts.append(words.name(of: difficulty).lowercased()) }
    html.text(facts.joined(separator: " · "))
    if summary.exercises > 0 {
      // The script tells in here how many of them are done.
      html.markup(" <span class=\"done\"")
      html.attribute("data-lesson", lesson.slug)
      html.attribute("data-questions", summary.exercises)
      html.markup("></span>")
    }
    html.markup("</p>\n<p class=\"about\">")
    html.text(overview.description)
    html.markup("</p></li>\n")
  }
}

/// The colour of a phase's marks.
enum Trail: String, CaseIterable {
  case blue, plum, teal, ochre

  /// - Parameter index: the phase's place in the track, from 0; the colours take turns.
  init(ofPhase index: Int) {
    self = Self.allCases[index % Self.allCases.count]
  }
}
