/// The files of a course as far as its skeleton needs them.
package struct CourseFiles: Hashable, Sendable {
  /// What `track.yml` says; nil where there is none.
  package var track: TrackFile?
  /// The folders beside `track.yml`, but for `static`, in any order.
  package var lessons: [LessonFiles]

  package init(track: TrackFile?, lessons: [LessonFiles]) {
    self.track = track
    self.lessons = lessons
  }

  /// The folder of the content, relative to the project.
  package static let root = "Content"

  /// The path of a file relative to the project.
  ///
  /// - Parameter path: its path in `Content/`.
  package static func path(_ path: String) -> String { "\(root)/\(path)" }
}

/// The files of a lesson.
package struct LessonFiles: Hashable, Sendable {
  /// The folder's name.
  package var slug: String
  /// The page kinds that it has a file of.
  package var pages: Set<PageKind>
  /// Its other files, as paths in `Content/`.
  package var assets: [String]
  /// What its overview says; nil where there is none.
  package var overview: OverviewFile?

  package init(slug: String, pages: Set<PageKind>, assets: [String] = [], overview: OverviewFile?) {
    self.slug = slug
    self.pages = pages
    self.assets = assets
    self.overview = overview
  }
}
