import Courses

/// The index of the site's Markdown for language models, in the form of llmstxt.org.
struct LLMsText {
  let course: Course
  let words: Words

  /// The file `llms.txt`.
  func markdown() -> [UInt8] {
    var text = "# \(escaped(course.track.title))\n\n> \(escaped(course.track.description))\n"
    for phase in course.phases {
      let lessons = course.lessons[phase.lessons].filter(\.isPublished)
      guard !lessons.isEmpty else { continue }
      text += "\n## \(escaped(phase.title))\n\n"
      for lesson in lessons {
        for kind in lesson.pages {
          let path = PageID(lesson: lesson.slug, kind: kind).markdownPath
          text += "- [\(lesson.number). \(escaped(lesson.title)): \(words.name(of: kind))](\(path))"
          if kind == .overview, let overview = lesson.overview {
            text += ": \(escaped(overview.description))"
          }
          text += "\n"
        }
      }
    }
    return Array(text.utf8)
  }

  /// Text with the characters escaped that would make it Markdown's.
  private func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "\\`*_[]<>#&".contains(character) { escaped.append("\\") }
      escaped.append(character.isNewline ? " " : character)
    }
    return escaped
  }
}
