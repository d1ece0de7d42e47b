import Courses
import Diagnostics
import Rendering

/// What one pass over a project found: the skeleton of the course, the theme, and what is left of each
/// lesson.
struct SiteState<File: Sendable>: Sendable {
  /// What `Content/` held.
  let content: ContentFolder
  /// What was read of it before the lessons.
  let skeleton: SiteSkeleton
  /// The templates and assets.
  let theme: ThemeReading
  /// What makes the pages of this course with this theme; nil where the theme has an error.
  let renderer: SiteRenderer?
  /// What is left of the lessons, in the order of the track.
  let lessons: [LessonResult<File>]
  /// The files that belong to the track as a whole; none where the theme has an error.
  let trackFiles: [SiteRenderer.File]
  /// What was checked once all pages were read.
  let check: CourseCheck
  /// All that is wrong with the project, sorted, each mistake once.
  let diagnostics: [Diagnostic]

  /// The skeleton of the course.
  var course: Course { skeleton.survey.course }
  /// The facts of all pages, in the order of the track.
  var pages: [PageFacts] { lessons.flatMap(\.pages) }
}

/// The theme as it was read.
struct ThemeReading: Sendable {
  /// Nil where it has an error and there is none to use instead.
  let theme: SiteTheme?
  /// What is wrong with it.
  let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - project: the project with the overrides of the built-in theme.
  ///   - substitute: what is used where the project's theme has an error.
  init(of project: ProjectFolder, substitute: SiteTheme?) throws(WorkspaceError) {
    let (theme, diagnostics) = SiteTheme.load(overrides: try ThemeFolder.files(of: project))
    self.theme = theme ?? substitute
    self.diagnostics = diagnostics
  }
}
