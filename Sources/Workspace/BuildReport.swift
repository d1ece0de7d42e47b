import Courses
import Diagnostics

/// What a build or a check found and did.
package struct BuildReport {
  /// What is wrong with the course, in the order to print it.
  package let diagnostics: [Diagnostic]
  /// Finds the text of the files that the diagnostics speak of.
  package let source: SourceLookup
  /// How many lessons have pages.
  package let lessons: Int
  /// How many pages there are.
  package let pages: Int
  /// How many questions there are.
  package let questions: Int
  /// The course's objectives, times and prerequisites; nil unless a check was asked for them.
  package internal(set) var course: CourseReport?
  /// What was published; nil where nothing was.
  package internal(set) var publication: Publication?
  /// Where it was published, as the user would write it; nil for a check.
  package internal(set) var destination: String?

  /// What came of asking other sites; nil where none was asked.
  package internal(set) var external: ExternalLinkCheck.Report?

  init(
    diagnostics: [Diagnostic], source: @escaping SourceLookup, lessons: Int, pages: Int, questions: Int
  ) {
    self.diagnostics = diagnostics
    self.source = source
    self.lessons = lessons
    self.pages = pages
    self.questions = questions
  }

  /// Whether the course has no errors.
  package var isPublishable: Bool { !diagnostics.contains { $0.severity == .error } }
}
