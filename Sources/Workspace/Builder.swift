import Courses
import Diagnostics
import Markdown
import Rendering

/// Builds a track: reads what the project holds, checks it, and publishes the site.
package struct Builder: Sendable {
  private let project: ProjectFolder
  private let baseURL: String?
  private let includesDrafts: Bool
  private let jobs: Int
  private let policy: SeverityPolicy

  /// - Parameters:
  ///   - project: the folder that holds `Content/`.
  ///   - baseURL: where the site will be published, in place of what `track.yml` says.
  ///   - includesDrafts: whether lessons that are drafts are published.
  ///   - jobs: how many lessons to work on at once, at least 1; nil for one a processor.
  ///   - policy: which diagnostics count.
  package init(
    project: ProjectFolder, baseURL: String?, includesDrafts: Bool, jobs: Int?, policy: SeverityPolicy
  ) {
    self.project = project
    self.baseURL = baseURL
    self.includesDrafts = includesDrafts
    self.jobs = jobs ?? processorCount()
    self.policy = policy
  }

  /// Every rule that a build checks.
  package static var rules: [Rule] {
    (Rule.pathRules + MarkdownRules.all + CourseRules.all + PracticeRules.all + TemplateCheck.rules)
      .sorted { $0.id < $1.id }
  }

  /// Builds the site and publishes it, unless the course has errors.
  ///
  /// - Parameter output: the folder to publish into, absolute or relative to the working folder; nil for
  ///   `Public/` in the project.
  /// - Returns: what was found and done.
  /// - Throws: an error with a remedy where the machine refuses; the published site is then as it was.
  package func build(into output: String?) async throws(WorkspaceError) -> BuildReport {
    let publisher = try Publisher(output: output.map(ProjectFolder.absolutePath) ?? "Public", of: project)
    defer { publisher.abandon() }
    var report = try await run(publisher)
    report.destination = publisher.output.shownPath
    return report
  }

  /// Reads and checks everything that a build does, and writes nothing.
  ///
  /// - Returns: what was found.
  /// - Throws: an error with a remedy where the machine refuses.
  package func check() async throws(WorkspaceError) -> BuildReport {
    try await run(nil)
  }

  // MARK: The steps

  private func run(_ publisher: Publisher?) async throws(WorkspaceError) -> BuildReport {
    let content = try ContentFolder(of: project)
    let survey = try await survey(content)
    let (theme, themeDiagnostics) = SiteTheme.load(overrides: try ThemeFolder.files(of: project))
    var diagnostics = content.listing.diagnostics + survey.diagnostics + themeDiagnostics

    let work = LessonWork(
      course: survey.course, content: content,
      renderer: theme.map { SiteRenderer(course: survey.course, theme: $0) }, publisher: publisher)
    let lessons = try await concurrentMap(survey.course.lessons.count, jobs: jobs) {
      (index) throws(WorkspaceError) in try work.result(for: survey.course.lessons[index])
    }
    let pages = lessons.flatMap(\.pages)
    diagnostics += lessons.flatMap(\.diagnostics)
    diagnostics += CourseCheck(of: survey.course, pages: pages, assets: work.assets).diagnostics
    let summaries = lessons.map(\.summary)
    let trackFiles = work.renderer?.trackFiles(summaries: summaries) ?? []
    let cards = zip(survey.course.lessons, summaries).filter { $1?.hasReviews == true }
    diagnostics +=
      StaticFileCheck(
        of: content.listing.staticFiles,
        with: pages.flatMap { [$0.page.htmlPath, $0.page.markdownPath] + $0.assets } + trackFiles.map(\.path)
          + cards.map { SiteRenderer.cardsPath(of: $0.0) }
      ).diagnostics

    let shown = policy.applied(to: diagnostics.sortedWithoutRepeats())
    var report = BuildReport(
      diagnostics: shown, source: source(content), lessons: lessons.count { !$0.pages.isEmpty },
      pages: pages.count, questions: pages.reduce(0) { $0 + $1.questions.count })
    guard report.isPublishable, let publisher else { return report }

    var files = lessons.flatMap(\.files)
    files += try publish(pages, of: content, publisher)
    for file in trackFiles {
      files.append(try publisher.write(file.bytes, to: file.path))
    }
    report.publication = try publisher.finish(files, pages: lessons.flatMap(\.manifestPages))
    return report
  }

  private func survey(_ content: ContentFolder) async throws(WorkspaceError) -> Survey {
    let listing = content.listing
    let track = listing.hasTrack ? try read(ContentListing.trackFile, of: content) : nil
    let overviews = try await concurrentMap(listing.lessons.count, jobs: jobs) {
      (index) throws(WorkspaceError) -> OverviewFile? in
      let folder = listing.lessons[index]
      guard folder.pages.contains(.overview) else { return nil }
      let page = PageID(lesson: folder.slug, kind: .overview)
      return OverviewFile(reading: try read(page.markdownPath, of: content))
    }
    let lessons = zip(listing.lessons, overviews).map { files, overview in
      var files = files
      files.overview = overview
      return files
    }
    let files = CourseFiles(track: track, lessons: lessons)
    return Survey(of: files, includesDrafts: includesDrafts, baseURL: baseURL)
  }

  /// Publishes the files that pages use and those of `static/`.
  private func publish(
    _ pages: [PageFacts], of content: ContentFolder, _ publisher: Publisher
  ) throws(WorkspaceError) -> [PublishedFile] {
    var files: [PublishedFile] = []
    let staticFolder = ContentListing.staticFolder + "/"
    let assets = Set(pages.flatMap(\.assets)).filter { !$0.hasPrefix(staticFolder) }
    for asset in assets.sorted() {
      files.append(try publisher.copy(asset, of: content, to: asset))
    }
    for file in content.listing.staticFiles {
      files.append(try publisher.copy(staticFolder + file, of: content, to: file))
    }
    return files
  }

  // MARK: Reading

  private func read(_ path: String, of content: ContentFolder) throws(WorkspaceError) -> SourceFile {
    let bytes = try content.read(path, limit: Limits.fileSize)
    return SourceFile(path: CourseFiles.path(path), bytes: bytes)
  }

  /// Finds the text of a file for an excerpt by reading it again, so that the build keeps none for it.
  ///
  /// Diagnostics are printed file by file, so the last file is all that need be kept.
  private func source(_ content: ContentFolder) -> SourceLookup {
    var last: (path: String, file: SourceFile?)?
    return { path in
      if let last, last.path == path { return last.file }
      let file = reread(path, of: content)
      last = (path, file)
      return file
    }
  }

  /// The text of a file that a diagnostic speaks of; nil where it is gone or has none. The diagnostic is
  /// then printed without an excerpt, which is why the reason does not matter.
  private func reread(_ path: String, of content: ContentFolder) -> SourceFile? {
    do throws(WorkspaceError) {
      let prefix = CourseFiles.path("")
      if path.hasPrefix(prefix) { return try read(String(path.dropFirst(prefix.count)), of: content) }
      return try ThemeFolder.files(of: project).first { $0.path == path }
    } catch {
      return nil
    }
  }

}
