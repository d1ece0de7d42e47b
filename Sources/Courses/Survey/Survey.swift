import Diagnostics

/// The first pass over a course: its skeleton, and what is wrong with that.
package struct Survey: Sendable {
  /// The skeleton. It is whole even with mistakes, so that the pages can be checked against it.
  package let course: Course
  /// What is wrong with `track.yml`, with the overviews' front matter and with how they fit together.
  package let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - files: the files of the course.
  ///   - includesDrafts: whether drafts are published; otherwise the syllabus only names them.
  ///   - baseURL: where the site will be published, in place of what `track.yml` says: an absolute URL
  ///     that ends in `/`.
  package init(of files: CourseFiles, includesDrafts: Bool, baseURL: String? = nil) {
    guard let file = files.track else {
      let track = Track(title: "", number: nil, description: "", language: "en", url: nil)
      course = Course(track: track, phases: [], lessons: [])
      diagnostics = [.trackMissing(at: CourseFiles.path("track.yml"))]
      return
    }
    let syllabus = Syllabus(listing: file, folders: files.lessons, includesDrafts: includesDrafts)
    var diagnostics = file.diagnostics
    // A folder whose name no lesson can have is reported for that, and its files are not read as a lesson's.
    let folders = files.lessons.filter { Slug.isValid($0.slug) && !Slug.reserved.contains($0.slug) }
    diagnostics += folders.flatMap { $0.overview?.diagnostics ?? [] }
    diagnostics += syllabus.diagnostics
    diagnostics += PrerequisiteCheck(of: syllabus.lessons).diagnostics
    let redirects = RedirectTable(resolving: file.redirects, pages: syllabus.lessons.flatMap(\.htmlPaths))
    diagnostics += redirects.diagnostics
    diagnostics +=
      OccupiedPathCheck(
        of: syllabus.lessons, files: files, redirects: redirects.redirects
      ).diagnostics
    var track = file.track
    if let baseURL { track.url = baseURL }
    course = Course(
      track: track, phases: syllabus.phases, lessons: syllabus.lessons, redirects: redirects.redirects)
    self.diagnostics = diagnostics.sortedWithoutRepeats()
  }
}

extension Lesson {
  /// Where its pages lie in the site.
  var htmlPaths: [String] {
    pages.map { PageID(lesson: slug, kind: $0).htmlPath }
  }
}
