import Courses
import Diagnostics
import Markdown
import TestSupport

/// A small course in memory, from texts by path.
struct ExampleCourse {
  private let sources: [String: SourceFile]
  /// The skeleton.
  let course: Course
  /// The files that are no pages, as paths in `Content/`.
  let assets: Set<String>
  /// What the published pages hold, in the order of the course.
  let pages: [PageFacts]
  /// All that is wrong with the course.
  let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - parts: the files with their paths relative to the project; a path that ends in `/` is a folder.
  ///     What stands in `Published/` is the course as it was last published.
  ///   - includesDrafts: whether drafts are published.
  init(_ parts: [(name: String, text: String)], includesDrafts: Bool = false) {
    let files = parts.filter { !$0.name.hasSuffix("/") }
    let published = parts.filter { $0.name.hasPrefix(Self.publishedFolder) }.map { part in
      (String(part.name.dropFirst(Self.publishedFolder.count)), part.text)
    }
    let sources = Dictionary(
      uniqueKeysWithValues: files.map { part in
        (part.name, SourceFile(path: part.name, bytes: Example.bytes(of: part.text)))
      })
    let paths = parts.map(\.name).filter { $0.hasPrefix("Content/") }.map { $0.dropFirst("Content/".count) }
    let byFolder = Dictionary(grouping: paths.filter { $0.contains("/") }) { String($0.prefix { $0 != "/" }) }
    let lessons = byFolder.filter { $0.key != "static" }.map { slug, paths in
      let names = PageKind.allCases.map { ($0, "\(slug)/\($0.rawValue).md") }
      return LessonFiles(
        slug: slug, pages: Set(names.filter { name in paths.contains { $0 == name.1 } }.map(\.0)),
        assets: paths.filter { path in !path.hasSuffix("/") && !names.contains { $0.1 == path } }
          .map(String.init),
        overview: sources["Content/\(slug)/overview.md"].map(OverviewFile.init(reading:)))
    }
    let survey = Survey(
      of: CourseFiles(
        track: sources["Content/track.yml"].map(TrackFile.init(reading:)), lessons: lessons),
      includesDrafts: includesDrafts)
    let assets = Set(lessons.flatMap(\.assets) + (byFolder["static"] ?? []).map(String.init))

    var diagnostics = survey.diagnostics
    var pages: [PageFacts] = []
    for id in survey.course.pages {
      guard let source = sources["Content/\(id.markdownPath)"] else { continue }
      let parsed = Document.parse(source, from: FrontMatter.bodyOffset(of: source))
      diagnostics += parsed.diagnostics
      guard let document = parsed.document else { continue }
      document.read { root in
        let reading = PageReader.read(root, of: document, as: id, course: survey.course, assets: assets)
        pages.append(reading.page.facts)
        diagnostics += reading.diagnostics
      }
    }
    diagnostics += CourseCheck(of: survey.course, pages: pages, assets: assets).diagnostics
    if !published.isEmpty {
      let mistaken = Set(diagnostics.filter { $0.severity == .error }.map(\.span.path))
      let site = ExampleCourse(published, includesDrafts: true).site
      diagnostics +=
        LossCheck(of: survey.course, pages: pages, since: site, mistaken: mistaken).diagnostics
    }

    self.sources = sources
    self.course = survey.course
    self.assets = assets
    self.pages = pages
    self.diagnostics = diagnostics.sortedWithoutRepeats()
  }

  private static let publishedFolder = "Published/"

  /// What a site made from it has to lose.
  private var site: PublishedSite {
    PublishedSite(
      pages: pages.map { facts in
        PublishedSite.Page(
          path: facts.page.htmlPath, anchors: facts.anchors,
          questions: facts.questions.map { PublishedSite.Question(id: $0.id, version: $0.version) })
      }, redirects: course.redirects.map(\.source))
  }

  /// All that is wrong with the course, as people read it.
  var printedDiagnostics: String {
    HumanPrinter(usesColor: false) { sources[$0] }.text(of: diagnostics)
  }
}
