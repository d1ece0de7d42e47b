import Courses
import Diagnostics

/// What a pass reads before the lessons: `track.yml`, the overviews' settings, and what they make together.
struct SiteSkeleton: Sendable {
  /// `track.yml` as it is; nil where there is none.
  let track: TrackFile?
  /// What the course was made of: `track.yml` as it is, or as it last was without errors.
  let files: CourseFiles
  /// The course, and what is wrong with it.
  let survey: Survey
  /// Whether the course is the one that was known before.
  private(set) var keepsCourse: Bool
  /// What is wrong with what was read.
  let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - content: `Content/`.
  ///   - settings: how the site is made.
  ///   - previous: what was read before, of which all is kept that cannot be different.
  ///   - changes: what was touched since.
  init(
    of content: ContentFolder, _ settings: SiteSettings, after previous: SiteSkeleton?, _ changes: SiteChanges
  ) async throws(WorkspaceError) {
    let track = try Self.track(of: content, after: previous, changes)
    self.track = track
    let lessons = try await Self.lessons(of: content, settings, after: previous, changes)
    let keepsTrack = previous?.files.track != nil && !(track?.isSound ?? false)
    let files = CourseFiles(track: keepsTrack ? previous?.files.track : track, lessons: lessons)
    self.files = files
    if let previous, previous.files == files {
      survey = previous.survey
      keepsCourse = true
    } else {
      keepsCourse = false
      survey = Survey(of: files, includesDrafts: settings.includesDrafts, baseURL: settings.baseURL)
    }
    if keepsTrack {
      // The places that the last sound file gave are no longer there.
      let path = CourseFiles.path(ContentListing.trackFile)
      let own =
        track?.diagnostics
        ?? Survey(of: CourseFiles(track: nil, lessons: []), includesDrafts: false)
        .diagnostics
      diagnostics = survey.diagnostics.filter { $0.span.path != path } + own
    } else {
      diagnostics = survey.diagnostics
    }
  }

  /// The same after a pass that touched nothing of it.
  ///
  /// - Parameter changes: what was touched; no file came or went.
  /// - Returns: nil where it may be different.
  func kept(after changes: SiteChanges) -> SiteSkeleton? {
    guard let lessons = changes.lessons, !changes.concerns(CourseFiles.path(ContentListing.trackFile)),
      !lessons.contains(where: {
        changes.concerns(CourseFiles.path(PageID(lesson: $0, kind: .overview).markdownPath))
      })
    else { return nil }
    var skeleton = self
    skeleton.keepsCourse = true
    return skeleton
  }

  private static func track(
    of content: ContentFolder, after previous: SiteSkeleton?, _ changes: SiteChanges
  ) throws(WorkspaceError) -> TrackFile? {
    guard content.listing.hasTrack else { return nil }
    if let track = previous?.track, !changes.concerns(CourseFiles.path(ContentListing.trackFile)) {
      return track
    }
    return TrackFile(reading: try content.source(ContentListing.trackFile))
  }

  private static func lessons(
    of content: ContentFolder, _ settings: SiteSettings, after previous: SiteSkeleton?, _ changes: SiteChanges
  ) async throws(WorkspaceError) -> [LessonFiles] {
    var lessons = content.listing.lessons
    let known = Dictionary(
      previous?.files.lessons.map { ($0.slug, $0.overview) } ?? [], uniquingKeysWith: { first, _ in first })
    let touched = changes.lessons
    var unread: [Int] = []
    for index in lessons.indices where lessons[index].pages.contains(.overview) {
      let slug = lessons[index].slug
      if touched?.contains(slug) == false, let overview = known[slug] ?? nil {
        lessons[index].overview = overview
      } else {
        unread.append(index)
      }
    }
    let paths = unread.map { PageID(lesson: lessons[$0].slug, kind: .overview).markdownPath }
    let overviews = try await concurrentMap(paths.count, jobs: settings.jobs) {
      (index) throws(WorkspaceError) in OverviewFile(reading: try content.source(paths[index]))
    }
    for (index, overview) in zip(unread, overviews) { lessons[index].overview = overview }
    return lessons
  }
}

extension TrackFile {
  /// Whether it has no errors.
  fileprivate var isSound: Bool { !diagnostics.contains { $0.severity == .error } }
}
