import Courses
import HTML

/// What the review page holds: room for today's cards, and where all cards of the track stand.
struct ReviewPage {
  let course: Course
  /// What each published lesson holds, in the order of ``Course/lessons``; nil for the others.
  let summaries: [LessonSummary?]
  let words: Words

  /// Where the page lies in the site.
  static let path = "review.html"

  /// Whether there is anything to review.
  static func isNeeded(for summaries: [LessonSummary?]) -> Bool {
    summaries.contains { $0?.hasReviews == true }
  }

  /// All after the title.
  func body() -> HTMLWriter {
    var html = HTMLWriter(capacity: 1024)
    html.markup("<div class=\"review\"></div>\n<noscript><p>")
    html.text(words[.reviewNeedsScript])
    html.markup("</p></noscript>\n")
    let decks = zip(course.lessons, summaries).flatMap { lesson, summary in
      (summary?.decks ?? []).map { (lesson: lesson, deck: $0) }
    }
    if !decks.isEmpty {
      html.markup("<h2>")
      html.text(words[.cardsByLesson])
      html.markup("</h2>\n<ul class=\"decks\">\n")
      for (lesson, deck) in decks { item(lesson, deck, into: &html) }
      html.markup("</ul>\n")
    }
    return html
  }

  private func item(_ lesson: Lesson, _ deck: CardDeck, into html: inout HTMLWriter) {
    html.markup("<li><a")
    html.attribute("href", url: deck.path)
    html.markup(">")
    html.text(words(.deckName, lesson.title, deck.title))
    html.markup("</a> ")
    html.text(words(.cardCount, deck.count))
    html.markup("</li>\n")
  }
}
