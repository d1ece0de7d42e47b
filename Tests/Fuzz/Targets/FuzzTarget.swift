import Diagnostics

/// A part of the program that is given any bytes at all, with what must hold of it.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// The limits of Markdown, the places of its nodes, plain rendering and the body of a lesson page.
  case markdown
  /// The front matter of an overview.
  case frontMatter = "front-matter"
  /// `track.yml` and the skeleton of the course.
  case track
  /// The questions of a practice page, their forms and the copy without their key.
  case questions

  /// Gives some bytes to the part.
  ///
  /// - Returns: what should hold and does not; nil where all holds.
  package func problem(with bytes: [UInt8]) -> String? {
    switch self {
    case .markdown: MarkdownTarget.problem(with: SourceFile(path: "lesson.md", bytes: bytes))
    case .frontMatter: FrontMatterTarget.problem(with: SourceFile(path: "overview.md", bytes: bytes))
    case .track: TrackTarget.problem(with: SourceFile(path: CourseText.trackPath, bytes: bytes))
    case .questions: QuestionsTarget.problem(with: SourceFile(path: "practice.md", bytes: bytes))
    }
  }
}
