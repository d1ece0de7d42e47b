import Courses
import HTML

/// The ways from a page to its sections and to the pages before and after it.
struct PageNavigation {
  let course: Course
  let lesson: Lesson
  let page: PageID
  let words: Words

  // MARK: On this page

  /// A section of the page as its list names it.
  struct Section: Sendable {
    let id: String
    let text: String
    /// Sections below it; listed for practice pages, where they are the questions.
    var parts: [Section] = []
  }

  /// The list of the page's sections; empty where there are fewer than two.
  func contents(_ sections: [Section]) -> HTMLWriter {
    var html = HTMLWriter(capacity: 1024)
    guard sections.count + sections.reduce(0, { $0 + $1.parts.count }) > 1 else { return html }
    html.markup("<nav class=\"toc\"")
    html.attribute("aria-label", words[.onThisPage])
    html.markup(">")
    html.openFold(words[.onThisPage])
    html.markup("<ul>\n")
    for section in sections {
      html.markup("<li>")
      link(to: section, into: &html)
      if !section.parts.isEmpty {
        html.markup("\n<ul>\n")
        for part in section.parts {
          html.markup("<li>")
          link(to: part, into: &html)
          html.markup("</li>\n")
        }
        html.markup("</ul>")
      }
      html.markup("</li>\n")
    }
    html.markup("</ul>\n</details></nav>")
    return html
  }

  private func link(to section: Section, into html: inout HTMLWriter) {
    html.markup("<a")
    html.attribute("href", fragment: section.id)
    html.markup(">")
    html.text(section.text)
    html.markup("</a>")
  }

  // MARK: Before and after

  /// The links to the pages before and after this one along the track.
  func pager() -> HTMLWriter {
    var html = HTMLWriter(capacity: 512)
    let (previous, next) = (neighbour(step: -1), neighbour(step: 1))
    guard previous != nil || next != nil else { return html }
    html.markup("<nav class=\"pager\"")
    html.attribute("aria-label", words[.pager])
    html.markup(">\n")
    if let previous { pagerLink(previous, .previous, into: &html) }
    if let next { pagerLink(next, .next, into: &html) }
    html.markup("</nav>")
    return html
  }

  private func pagerLink(_ target: PageID, _ way: Phrase, into html: inout HTMLWriter) {
    guard let lesson = course[target.lesson] else { return }
    html.markup("<a")
    html.attribute("class", way == .previous ? "previous" : "next")
    html.attribute("rel", way == .previous ? "prev" : "next")
    html.attribute("href", url: url(of: target))
    html.markup("><span class=\"way\">")
    html.text(words[way])
    html.markup("</span> <span class=\"to\">")
    html.text(words.name(of: target.kind))
    html.markup("</span> <span class=\"of\">")
    html.text(words(.lessonName, lesson.number, lesson.title))
    html.markup("</span></a>\n")
  }

  /// The page one step away along the track; lessons without pages are passed over.
  private func neighbour(step: Int) -> PageID? {
    if let index = lesson.pages.firstIndex(of: page.kind), lesson.pages.indices.contains(index + step) {
      return PageID(lesson: lesson.slug, kind: lesson.pages[index + step])
    }
    var index = lesson.number - 1 + step
    while course.lessons.indices.contains(index) {
      let other = course.lessons[index]
      if let kind = step > 0 ? other.pages.first : other.pages.last {
        return PageID(lesson: other.slug, kind: kind)
      }
      index += step
    }
    return nil
  }

  private func url(of target: PageID) -> String {
    SitePath.relative(from: page.htmlPath, to: target.htmlPath)
  }
}
