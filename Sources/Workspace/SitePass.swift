import Courses
import Diagnostics
import Rendering

/// One pass over a project: what it holds is read and checked, and made into the files of a site.
struct SitePass<Sink: SiteSink>: Sendable {
  let settings: SiteSettings
  /// Takes the files of the lessons as they are made.
  let sink: Sink
  /// The site that was last published; nil where there is none to compare with.
  var published: PublishedSite?

  typealias State = SiteState<Sink.File>

  /// Reads and checks everything, and hands on the files of the lessons.
  ///
  /// - Throws: an error with a remedy where the machine refuses.
  func state() async throws(WorkspaceError) -> State {
    let content = try ContentFolder(of: settings.project)
    let skeleton = try await skeleton(content)
    let (theme, diagnostics) = SiteTheme.load(overrides: try ThemeFolder.files(of: settings.project))
    let course = skeleton.survey.course
    let renderer = theme.map { SiteRenderer(course: course, theme: $0) }

    let work = LessonWork(course: course, content: content, renderer: renderer, sink: sink)
    let lessons = try await concurrentMap(course.lessons.count, jobs: settings.jobs) {
      (index) throws(WorkspaceError) in try work.result(for: course.lessons[index])
    }
    return state(
      content: content, skeleton: skeleton,
      theme: State.ThemeReading(theme: theme, diagnostics: diagnostics), lessons: lessons,
      trackFiles: renderer?.trackFiles(summaries: lessons.map(\.summary)) ?? [])
  }

  /// Hands on the files that belong to no single lesson: those that pages use, those of `static/`, and
  /// those of the track as a whole.
  func commonFiles(of state: State) throws(WorkspaceError) -> [Sink.File] {
    var files: [Sink.File] = []
    let staticFolder = ContentListing.staticFolder + "/"
    let assets = Set(state.lessons.flatMap { $0.pages.flatMap(\.assets) })
    for asset in assets.filter({ !$0.hasPrefix(staticFolder) }).sorted() {
      files.append(try sink.copy(asset, of: state.content, to: asset))
    }
    for file in state.content.listing.staticFiles {
      files.append(try sink.copy(staticFolder + file, of: state.content, to: file))
    }
    for file in state.trackFiles {
      files.append(try sink.write(file.bytes, to: file.path))
    }
    return files
  }

  // MARK: The steps

  private func skeleton(_ content: ContentFolder) async throws(WorkspaceError) -> State.Skeleton {
    let listing = content.listing
    let track =
      listing.hasTrack ? TrackFile(reading: try content.source(ContentListing.trackFile)) : nil
    let lessons = try await concurrentMap(listing.lessons.count, jobs: settings.jobs) {
      (index) throws(WorkspaceError) -> LessonFiles in
      var files = listing.lessons[index]
      guard files.pages.contains(.overview) else { return files }
      let page = PageID(lesson: files.slug, kind: .overview)
      files.overview = OverviewFile(reading: try content.source(page.markdownPath))
      return files
    }
    let files = CourseFiles(track: track, lessons: lessons)
    return State.Skeleton(
      files: files,
      survey: Survey(of: files, includesDrafts: settings.includesDrafts, baseURL: settings.baseURL))
  }

  /// Checks what can only be checked when all pages were read.
  private func state(
    content: ContentFolder, skeleton: State.Skeleton, theme: State.ThemeReading,
    lessons: [LessonResult<Sink.File>], trackFiles: [SiteRenderer.File]
  ) -> State {
    let course = skeleton.survey.course
    let pages = lessons.flatMap(\.pages)
    let headers = SiteRenderer.headersPath
    let trackFiles = trackFiles.filter {
      // An author who writes these knows the host better.
      $0.path != headers || !content.listing.staticFiles.contains(headers)
    }
    var diagnostics = content.listing.diagnostics + skeleton.survey.diagnostics + theme.diagnostics
    diagnostics += lessons.flatMap(\.diagnostics)
    diagnostics += CourseCheck(of: course, pages: pages, assets: content.listing.assets).diagnostics
    if let published {
      let mistaken = Set(diagnostics.filter { $0.severity == .error }.map(\.span.path))
      diagnostics += LossCheck(of: course, pages: pages, since: published, mistaken: mistaken).diagnostics
    }
    if !content.listing.staticFiles.isEmpty {
      let cards = zip(course.lessons, lessons).filter { $1.summary?.hasReviews == true }
      diagnostics +=
        StaticFileCheck(
          of: content.listing.staticFiles,
          with: pages.flatMap { [$0.page.htmlPath, $0.page.markdownPath] + $0.assets }
            + trackFiles.map(\.path) + cards.map { SiteRenderer.cardsPath(of: $0.0) }
        ).diagnostics
    }
    return State(
      content: content, skeleton: skeleton, theme: theme, lessons: lessons, trackFiles: trackFiles,
      diagnostics: diagnostics.sortedWithoutRepeats())
  }
}
