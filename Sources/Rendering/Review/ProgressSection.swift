import Courses
import HTML

/// Where the track's home tells its reader what is due and how far they are; the script fills it in.
struct ProgressSection {
  let course: Course
  /// What each published lesson holds; nil for the others.
  let summaries: [LessonSummary?]
  let words: Words

  /// The link to what is due; nothing for a track without reviews.
  func due() -> HTMLWriter {
    var html = HTMLWriter()
    guard ReviewPage.isNeeded(for: summaries) else { return html }
    html.markup("<p class=\"due\"><a")
    html.attribute("href", url: ReviewPage.path)
    html.markup(">")
    html.text(words[.review])
    html.markup("</a></p>\n")
    return html
  }

  /// The section; nothing for a track without questions.
  func html() -> HTMLWriter {
    var html = HTMLWriter()
    guard summaries.contains(where: { $0?.hasQuestions == true }) else { return html }
    html.markup("<section class=\"progress\" aria-labelledby=\"page.progress\">\n")
    html.markup("<h2 id=\"page.progress\">")
    html.text(words[.yourProgress])
    html.markup("</h2>\n")
    html.markup("</section>\n")
    html.append(PageData(of: course, summaries: summaries, words: words).html())
    return html
  }
}
