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

  /// - Parameters:
  ///   - state: what was found.
  ///   - diagnostics: which diagnostics count.
  ///   - project: where it was found.
  init<File>(of state: SiteState<File>, diagnostics: [Diagnostic], in project: ProjectFolder) {
    self.diagnostics = diagnostics
    source = ProjectSources(project: project, content: state.content).lookup()
    let pages = state.lessons.map(\.pages)
    lessons = pages.count { !$0.isEmpty }
    self.pages = pages.reduce(0) { $0 + $1.count }
    questions = pages.reduce(0) { $1.reduce($0) { $0 + $1.questions.count } }
  }

  /// Whether the course has no errors.
  package var isPublishable: Bool { !diagnostics.contains { $0.severity == .error } }
}
