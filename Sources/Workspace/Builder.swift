import Courses
import Diagnostics
import Markdown
import Rendering

/// Builds a track: reads what the project holds, checks it, and publishes the site.
package struct Builder: Sendable {
  let settings: SiteSettings

  /// - Parameters:
  ///   - project: the folder that holds `Content/`.
  ///   - baseURL: where the site will be published, in place of what `track.yml` says.
  ///   - includesDrafts: whether lessons that are drafts are published.
  ///   - jobs: how many lessons to work on at once, at least 1; nil for one a processor.
  ///   - policy: which diagnostics count.
  package init(
    project: ProjectFolder, baseURL: String?, includesDrafts: Bool, jobs: Int?, policy: SeverityPolicy
  ) {
    settings = SiteSettings(
      project: project, baseURL: baseURL, includesDrafts: includesDrafts, jobs: jobs, policy: policy)
  }

  /// Every rule that a build or a check knows.
  package static var rules: [Rule] {
    (Rule.pathRules + MarkdownRules.all + CourseRules.all + PracticeRules.all + TemplateCheck.rules
      + Rule.externalLinkRules)
      .sorted { $0.id < $1.id }
  }

  /// Builds the site and publishes it, unless the course has errors.
  ///
  /// - Parameter output: the folder to publish into, absolute or relative to the working folder; nil for
  ///   `Public/` in the project.
  /// - Returns: what was found and done.
  /// - Throws: an error with a remedy where the machine refuses; the published site is then as it was.
  package func build(into output: String?) async throws(WorkspaceError) -> BuildReport {
    // Read beside what was published last: with many lessons that takes as long.
    async let start = SiteStart.read(for: settings)
    let publisher = try Publisher(output: outputPath(output), of: settings.project)
    defer { publisher.abandon() }
    let pass = SitePass(
      settings: settings, sink: publisher, published: publisher.oldManifest.map(PublishedSite.init(of:)))
    let state = try await pass.state(from: start.get())
    var report = report(of: state)
    report.destination = publisher.output.shownPath
    guard report.isPublishable else { return report }
    let files = state.lessons.flatMap(\.files) + (try pass.commonFiles(of: state))
    report.publication = try publisher.finish(
      files, pages: state.lessons.flatMap(\.manifestPages),
      redirects: state.course.redirects.map { Manifest.Redirect(from: $0.source, to: $0.target) })
    return report
  }

  /// Reads and checks everything that a build does, and writes nothing.
  ///
  /// - Parameters:
  ///   - output: the folder whose site is compared with, if one is there, as for ``build(into:)``.
  ///   - external: asks after the pages of other sites that the course links to; nil leaves them unchecked.
  ///   - reportsCourse: whether to tell of the course's objectives, times and prerequisites.
  /// - Returns: what was found.
  /// - Throws: an error with a remedy where the machine refuses.
  package func check(
    against output: String? = nil, external: ExternalLinkCheck? = nil, reportsCourse: Bool = false
  ) async throws(WorkspaceError) -> BuildReport {
    async let start = SiteStart.read(for: settings)
    let published = try PublishedSite.last(in: outputPath(output), of: settings.project)
    let pass = SitePass(settings: settings, sink: NoSink(), published: published)
    let state = try await pass.state(from: start.get())
    let answers = try await external?.report(on: try ExternalLink.all(of: state.course, in: state.content))
    var report = report(of: state, with: answers?.diagnostics ?? [])
    report.external = answers
    if reportsCourse { report.course = CourseReport(of: state.course, pages: state.pages) }
    return report
  }

  private func outputPath(_ output: String?) -> String {
    output.map(ProjectFolder.absolutePath) ?? OutputFolder.defaultPath
  }

  private func report<File>(of state: SiteState<File>, with diagnostics: [Diagnostic] = []) -> BuildReport {
    BuildReport(
      of: state,
      diagnostics: settings.policy.applied(to: (state.diagnostics + diagnostics).sortedWithoutRepeats()),
      in: settings.project)
  }
}
