import HTML

/// Where the track's home tells its reader how far they are; the script fills it and shows it.
struct ProgressSection {
  /// What each published lesson holds; nil for the others.
  let summaries: [LessonSummary?]
  let words: Words

  /// The section; nothing for a track without questions.
  func html() -> HTMLWriter {
    var html = HTMLWriter()
    guard summaries.contains(where: { $0?.hasQuestions == true }) else { return html }
    html.markup("<section class=\"progress\" aria-labelledby=\"page.progress\">\n")
    html.markup("<h2 id=\"page.progress\">")
    html.text(words[.yourProgress])
    html.markup("</h2>\n")
    if ReviewPage.isNeeded(for: summaries) {
      html.markup("<p class=\"due\"><a")
      html.attribute("href", url: ReviewPage.path)
      html.markup(">")
      html.text(words[.review])
      html.markup("</a></p>\n")
    }
    html.markup("</section>\n")
    html.append(PageData(words: words).html())
    return html
  }
}
