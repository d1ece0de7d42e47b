import Courses
import HTML

/// What a lesson asks of its reader and what it gives, told from data rather than from prose.
struct LessonGlance {
  let course: Course
  let lesson: Lesson
  let summary: LessonSummary
  let words: Words

  /// The row of times, difficulty and prerequisites under an overview's title.
  func facts() -> HTMLWriter {
    var html = HTMLWriter(capacity: 512)
    html.markup("<dl class=\"facts\">\n")
    if let minutes = summary.readMinutes { fact(.reading, words(.minutes, minutes), into: &html) }
    if let minutes = summary.practiceMinutes { fact(.practice, words(.minutes, minutes), into: &html) }
    if let difficulty = lesson.overview?.difficulty {
      fact(.difficulty, words.name(of: difficulty), into: &html)
    }
    let prerequisites = lesson.overview?.prerequisites.compactMap { course[$0.value] } ?? []
    if !prerequisites.isEmpty {
      open(.comesAfter, into: &html)
      for prerequisite in prerequisites {
        html.markup("<dd>")
        name(prerequisite, into: &html)
        html.markup("</dd>")
      }
      html.markup("</div>\n")
    }
    html.markup("</dl>")
    return html
  }

  private func fact(_ term: Phrase, _ text: String, into html: inout HTMLWriter) {
    open(term, into: &html)
    html.markup("<dd>")
    html.text(text)
    html.markup("</dd></div>\n")
  }

  private func open(_ term: Phrase, into html: inout HTMLWriter) {
    html.markup("<div><dt>")
    html.text(words[term])
    html.markup("</dt>")
  }

  private func name(_ other: Lesson, into html: inout HTMLWriter) {
    guard other.isPublished else {
      html.text(other.title)
      html.markup(" <small>")
      html.text(words[.inPreparation])
      html.markup("</small>")
      return
    }
    let overview = { (lesson: Lesson) in PageID(lesson: lesson.slug, kind: .overview).htmlPath }
    html.markup("<a")
    html.attribute("href", url: SitePath.relative(from: overview(lesson), to: overview(other)))
    html.markup(">")
    html.text(other.title)
    html.markup("</a>")
  }

  /// The objectives, and how many questions of which kinds the practice page holds.
  func glance() -> HTMLWriter {
    var html = HTMLWriter(capacity: 1024)
    let objectives = lesson.overview?.objectives ?? []
    guard !objectives.isEmpty || !summary.questions.isEmpty else { return html }
    html.markup("<div class=\"glance\">\n")
    if !objectives.isEmpty {
      openSection("page.objectives", .objectives, into: &html)
      html.markup("<ul>\n")
      for objective in objectives {
        html.markup("<li>")
        html.text(objective.text)
        html.markup("</li>\n")
      }
      html.markup("</ul>\n</section>\n")
    }
    if !summary.questions.isEmpty {
      openSection("page.practice", .holds, into: &html)
      html.markup("<ul class=\"holds\">\n")
      for question in summary.questions where question.kind != .cards {
        item(question.count, words.name(of: question.kind), into: &html)
      }
      if summary.cards > 0 { item(summary.cards, words(.cards, summary.cards), into: &html) }
      html.markup("</ul>\n<p><a href=\"practice.html\">")
      html.text(words[.toThePractice])
      html.markup("</a></p>\n</section>\n")
    }
    html.markup("</div>\n")
    return html
  }

  private func openSection(_ id: StaticString, _ title: Phrase, into html: inout HTMLWriter) {
    html.markup("<section>\n<h2 id=\"")
    html.markup(id)
    html.markup("\">")
    html.text(words[title])
    html.markup("</h2>\n")
  }

  private func item(_ count: Int, _ name: String, into html: inout HTMLWriter) {
    html.markup("<li><b>")
    html.number(count)
    html.markup("</b> ")
    html.text(name)
    html.markup("</li>\n")
  }
}
