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
  /// The theme that is used where the project's own has an error; nil leaves the pages unmade.
  var substituteTheme: SiteTheme?

  typealias State = SiteState<Sink.File>

  /// Makes the first pass.
  ///
  /// - Parameter start: what was read for it already.
  /// - Throws: an error with a remedy where the machine refuses.
  func state(from start: SiteStart) async throws(WorkspaceError) -> State {
    try await state(from: start, after: nil, .everything)
  }

  /// Reads and checks everything, and hands on the files of the lessons.
  ///
  /// After an earlier pass only what can be different is read, and only the lessons whose pages can be
  /// different are made anew. While `track.yml` or the theme has an error, what they were before is used.
  ///
  /// - Parameters:
  ///   - previous: what an earlier pass with the same settings found; nil for the first.
  ///   - changes: what was touched since the earlier pass began.
  /// - Throws: an error with a remedy where the machine refuses.
  func state(after previous: State?, _ changes: SiteChanges) async throws(WorkspaceError) -> State {
    guard let previous else { return try await state(from: SiteStart.read(for: settings).get()) }
    let content = try content(after: previous, changes)
    let changes = changes.followingLinks(from: previous.content, to: content)
    let skeleton: SiteSkeleton
    if content === previous.content, let kept = previous.skeleton.kept(after: changes) {
      skeleton = kept
    } else {
      skeleton = try await SiteSkeleton(of: content, settings, after: previous.skeleton, changes)
    }
    return try await state(from: SiteStart(content: content, skeleton: skeleton), after: previous, changes)
  }

  private func state(
    from start: SiteStart, after previous: State?, _ changes: SiteChanges
  ) async throws(WorkspaceError) -> State {
    let (content, skeleton) = (start.content, start.skeleton)
    let keepsTheme = previous != nil && !changes.reach(into: ThemeFolder.name)
    let theme: ThemeReading
    if let previous, keepsTheme {
      theme = previous.theme
    } else {
      theme = try ThemeReading(
        of: settings.project, substitute: previous?.theme.theme ?? substituteTheme)
    }

    let course = skeleton.survey.course
    let renderer =
      keepsTheme && skeleton.keepsCourse
      ? previous?.renderer : theme.theme.map { SiteRenderer(course: course, theme: $0) }
    let work = LessonWork(
      course: course, content: content, renderer: renderer, sink: sink, advises: settings.advises)
    var results: [LessonResult<Sink.File>?] = Array(repeating: nil, count: course.lessons.count)
    if let previous, keepsTheme {
      results = lessons(of: previous, keptFor: skeleton, content, changes)
    }
    let unmade = results.indices.filter { results[$0] == nil }
    let made = try await concurrentMap(unmade.count, jobs: settings.jobs) {
      (index) throws(WorkspaceError) in try work.result(for: course.lessons[unmade[index]])
    }
    for (index, result) in zip(unmade, made) { results[index] = result }
    let lessons = results.compactMap(\.self)

    // What the track's own files and most checks depend on besides the lessons that were made anew.
    let base = keepsTheme && skeleton.keepsCourse && content === previous?.content ? previous : nil
    let summaries = lessons.map(\.summary)
    let trackFiles: [SiteRenderer.File]
    if let base, base.lessons.map(\.summary) == summaries {
      trackFiles = base.trackFiles
    } else {
      let headers = SiteRenderer.headersPath
      trackFiles = (renderer?.trackFiles(summaries: summaries) ?? []).filter {
        // An author who writes these knows the host better.
        $0.path != headers || !content.listing.staticFiles.contains(headers)
      }
    }
    var check: CourseCheck
    if let base {
      check = base.check
      check.update(unmade.flatMap { lessons[$0].pages }, of: unmade)
    } else {
      check = CourseCheck(of: course, pages: lessons.flatMap(\.pages), assets: content.listing.assets)
    }
    return State(
      content: content, skeleton: skeleton, theme: theme, renderer: renderer, lessons: lessons,
      trackFiles: trackFiles, check: check,
      diagnostics: diagnostics(content, skeleton, theme, lessons, trackFiles, check))
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

  // MARK: What stays as it was

  /// `Content/` listed anew, unless it holds the same files as before.
  private func content(
    after previous: State, _ changes: SiteChanges
  ) throws(WorkspaceError) -> ContentFolder {
    let content = previous.content
    guard changes.lessons != nil else { return try ContentFolder(of: settings.project) }
    if content.holdsSameFiles(after: changes) { return content }
    let other = try ContentFolder(of: settings.project)
    return other.holdsSameFiles(as: content) ? content : other
  }

  /// The lessons in the order of the track, with nil for each whose pages may be different.
  private func lessons(
    of previous: State, keptFor skeleton: SiteSkeleton, _ content: ContentFolder, _ changes: SiteChanges
  ) -> [LessonResult<Sink.File>?] {
    let course = skeleton.survey.course
    let change = skeleton.keepsCourse ? nil : CourseChange(from: previous.course, to: course)
    guard let touched = changes.lessons, change?.concernsEverything != true else {
      return Array(repeating: nil, count: course.lessons.count)
    }
    let before = previous.content.listing.assets
    let hasSameAssets = content === previous.content || content.listing.assets == before
    let lost = hasSameAssets ? [] : before.subtracting(content.listing.assets)
    return zip(course.lessons, previous.lessons).map { lesson, result in
      if touched.contains(lesson.slug), lesson.pages.contains(where: { changes.concerns($0, of: lesson) }) {
        return nil
      }
      if change?.concerns(lesson) == true { return nil }
      // A link to nothing may lead to a new file now, or a suggestion be a better one.
      if !hasSameAssets,
        result.diagnostics.contains(where: \.rule.isOfLinks)
          || result.pages.contains(where: { $0.assets.contains(where: lost.contains) })
      {
        return nil
      }
      return result
    }
  }

  // MARK: Checks

  /// All that is wrong, with what can only be checked when all pages were read.
  private func diagnostics(
    _ content: ContentFolder, _ skeleton: SiteSkeleton, _ theme: ThemeReading,
    _ lessons: [LessonResult<Sink.File>], _ trackFiles: [SiteRenderer.File], _ check: CourseCheck
  ) -> [Diagnostic] {
    let course = skeleton.survey.course
    var diagnostics = content.listing.diagnostics + skeleton.diagnostics + theme.diagnostics
    diagnostics += lessons.flatMap(\.diagnostics)
    diagnostics += check.diagnostics
    if let published {
      let mistaken = Set(diagnostics.filter { $0.severity == .error }.map(\.span.path))
      diagnostics +=
        LossCheck(
          of: course, pages: lessons.flatMap(\.pages), since: published, mistaken: mistaken
        ).diagnostics
    }
    if !content.listing.staticFiles.isEmpty {
      let cards = zip(course.lessons, lessons).filter { $1.summary?.hasReviews == true }
      diagnostics +=
        StaticFileCheck(
          of: content.listing.staticFiles,
          with: lessons.flatMap(\.pages).flatMap { [$0.page.htmlPath, $0.page.markdownPath] + $0.assets }
            + trackFiles.map(\.path) + cards.map { SiteRenderer.cardsPath(of: $0.0) }
        ).diagnostics
    }
    return diagnostics.sortedWithoutRepeats()
  }
}

extension SiteChanges {
  /// Whether the file of a page may be different.
  fileprivate func concerns(_ kind: PageKind, of lesson: Lesson) -> Bool {
    concerns(CourseFiles.path(PageID(lesson: lesson.slug, kind: kind).markdownPath))
  }
}

extension Rule {
  /// Whether it asks where links and images lead.
  fileprivate var isOfLinks: Bool { id.hasPrefix("link.") || id.hasPrefix("image.") }
}
