import Courses
import Diagnostics
import Rendering

/// What the preview knows of a project, brought up to date a pass at a time.
struct Preview {
  private let settings: SiteSettings
  /// The site that was last published, if any, and what tells it from the next.
  private var published: PublishedSite?
  private var publishedStamp: FileStamp?
  private var state: SiteState<MemoryFile>?
  private var copies: [String: MemoryFile] = [:]
  /// The files of the site.
  private(set) var files = PreviewFiles()
  /// What pages are made with where the project's own theme has an error from the start.
  private let builtInTheme = SiteTheme.load(overrides: []).theme
  /// What was touched and not read yet, since the machine refused.
  private var pending = SiteChanges()
  /// The site as it was last made.
  private(set) var site: PreviewSite?
  /// What is wrong, as it was last found.
  private(set) var diagnostics: [Diagnostic] = []

  init(of settings: SiteSettings) {
    self.settings = settings
  }

  /// Reads what was touched, and makes the site anew as far as it is different.
  ///
  /// - Parameter changes: what was touched since the last time.
  /// - Throws: an error with a remedy where the machine refuses; the site is then as it was, and the
  ///   changes are read the next time.
  mutating func update(_ changes: SiteChanges) async throws(WorkspaceError) -> PreviewSite {
    pending.formUnion(changes)
    guard settings.project.isThere else {
      throw WorkspaceError(
        path: CourseFiles.root, message: "the folder is gone",
        help: "put it back; the preview goes on as soon as it is there")
    }
    let stamp = PublishedSite.stamp(in: OutputFolder.defaultPath, of: settings.project)
    if state == nil || stamp != publishedStamp {
      published = try PublishedSite.last(in: OutputFolder.defaultPath, of: settings.project)
      publishedStamp = stamp
    }
    let pass = SitePass(
      settings: settings, sink: MemorySink(copies: copies, changes: pending), published: published,
      substituteTheme: builtInTheme)
    let state = try await pass.state(after: state, pending)
    let common = try pass.commonFiles(of: state)
    let diagnostics = settings.policy.applied(to: state.diagnostics)
    files.update(state.lessons.map(\.files) + [common])
    let site = PreviewSite(
      files: files.bytes, leftOut: Set(common.filter { $0.bytes == nil }.map(\.path)),
      root: state.course.track.root ?? "/", assets: assets(of: state),
      diagnostics: shown(diagnostics, content: state.content))

    self.state = state
    self.diagnostics = diagnostics
    self.site = site
    copies = Dictionary(
      common.compactMap { file in file.original.map { ($0, file) } }, uniquingKeysWith: { first, _ in first })
    pending = SiteChanges()
    return site
  }

  /// What people are told of the last pass.
  func report() -> BuildReport? {
    state.map { BuildReport(of: $0, diagnostics: diagnostics, in: settings.project) }
  }

  // MARK: The parts of a site

  /// The files that pages use, by the pages' paths.
  private func assets(of state: SiteState<MemoryFile>) -> [String: [String]] {
    let staticFolder = ContentListing.staticFolder + "/"
    var assets: [String: [String]] = [:]
    for lesson in state.lessons {
      for page in lesson.pages where !page.assets.isEmpty {
        assets[page.page.htmlPath] = page.assets.map {
          $0.hasPrefix(staticFolder) ? String($0.dropFirst(staticFolder.count)) : $0
        }
      }
    }
    return assets
  }

  /// The diagnostics with what is shown of them; those of untouched files are not looked up again.
  private func shown(_ diagnostics: [Diagnostic], content: ContentFolder) -> [ShownDiagnostic] {
    let known = Dictionary(
      site?.diagnostics.map { ($0.diagnostic, $0) } ?? [], uniquingKeysWith: { first, _ in first })
    var places = PlaceFinder(ProjectSources(project: settings.project, content: content).lookup())
    return diagnostics.map { diagnostic in
      let paths = [diagnostic.span.path] + diagnostic.notes.map(\.span.path)
      if let known = known[diagnostic], !paths.contains(where: pending.concerns) { return known }
      return ShownDiagnostic(diagnostic, &places)
    }
  }
}
