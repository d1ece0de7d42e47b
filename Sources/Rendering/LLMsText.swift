import Courses
import Markdown

/// The index of the site's Markdown for language models, in the form of llmstxt.org.
struct LLMsText {
  let course: Course
  let words: Words

  /// The file `llms.txt`.
  func markdown() -> [UInt8] {
    let track = course.track
    var text = "# \(track.title.escapedAsMarkdown)\n\n> \(track.description.escapedAsMarkdown)\n"
    for phase in course.phases {
      let lessons = course.lessons[phase.lessons].filter(\.isPublished)
      guard !lessons.isEmpty else { continue }
      text += "\n## \(phase.title.escapedAsMarkdown)\n\n"
      for lesson in lessons {
        let title = lesson.title.escapedAsMarkdown
        for kind in lesson.pages {
          let path = PageID(lesson: lesson.slug, kind: kind).markdownPath
          text += "- [\(lesson.number). \(title): \(words.name(of: kind))](\(path))"
          if kind == .overview, let overview = lesson.overview {
            text += ": \(overview.description.escapedAsMarkdown)"
          }
          text += "\n"
        }
      }
    }
    return Array(text.utf8)
  }
}
