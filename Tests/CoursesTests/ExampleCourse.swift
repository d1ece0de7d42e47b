import Courses
import Diagnostics
import TestSupport

/// A small course in memory, from texts by path.
struct ExampleCourse {
  private var sources: [String: SourceFile] = [:]
  private let survey: Survey

  /// - Parameters:
  ///   - parts: the files with their paths relative to the project; a path that ends in `/` is a folder.
  ///   - includesDrafts: whether drafts are published.
  init(_ parts: [(name: String, text: String)], includesDrafts: Bool = false) {
    for part in parts where !part.name.hasSuffix("/") {
      sources[part.name] = SourceFile(path: part.name, bytes: Example.bytes(of: part.text))
    }
    let paths = parts.map(\.name).compactMap { name in
      name.hasPrefix("Content/") ? String(name.dropFirst("Content/".count)) : nil
    }
    let (sources, inFolders) = (sources, paths.filter { $0.contains("/") })
    let byFolder = Dictionary(grouping: inFolders) { String($0.prefix { $0 != "/" }) }
    let folders = byFolder.filter { $0.key != "static" }.map { slug, paths in
      let names = PageKind.allCases.map { ($0, "\(slug)/\($0.rawValue).md") }
      return LessonFolder(
        slug: slug, pages: Set(names.filter { paths.contains($0.1) }.map(\.0)),
        assets: paths.filter { path in !path.hasSuffix("/") && !names.contains { $0.1 == path } },
        overview: sources["Content/\(slug)/overview.md"].map(OverviewFile.init(reading:)))
    }
    let staticFiles = (byFolder["static"] ?? []).map { String($0.dropFirst("static/".count)) }
    survey = Survey(
      of: CourseFiles(track: sources["Content/track.yml"], folders: folders, staticFiles: staticFiles),
      includesDrafts: includesDrafts)
  }

  /// The skeleton.
  var course: Course { survey.course }

  /// All that is wrong with the course.
  var diagnostics: [Diagnostic] {
    survey.diagnostics.sortedWithoutRepeats()
  }

  /// All that is wrong with the course, as people read it.
  var printedDiagnostics: String {
    HumanPrinter(usesColor: false) { sources[$0] }.text(of: diagnostics)
  }
}
