import Courses
import Diagnostics

/// What `Content/` holds, in the order of the names' bytes.
///
/// Hidden files and folders (those whose name begins with a dot) are left out, and so is what a
/// diagnostic was made for. Files beside `track.yml` belong to no lesson and are left out too.
package struct ContentListing: Sendable {
  /// Whether there is a `track.yml`.
  package internal(set) var hasTrack = false
  /// Every folder but `static`, whether or not `track.yml` names it.
  package internal(set) var lessons: [LessonFolder] = []
  /// The files of `static/`, as paths in it.
  package internal(set) var staticFiles: [String] = []
  /// What is wrong with paths, sorted.
  package internal(set) var diagnostics: [Diagnostic] = []

  /// The name of the folder whose files are copied to the site's root.
  package static let staticFolder = "static"
  /// The name of the file that describes the track.
  package static let trackFile = "track.yml"
}

/// A folder of a lesson.
package struct LessonFolder: Hashable, Sendable {
  /// Its name: the lesson's slug, if it is one.
  package let name: String
  /// The page kinds that it has a Markdown file for, in the order of ``PageKind``.
  package let pages: [PageKind]
  /// All other files beneath it, as paths in it.
  package let assets: [String]
}

extension ContentListing {
  /// What is wrong with the paths of static files beside those of the rest of the site.
  ///
  /// - Parameter sitePaths: the paths of all other files of the site: pages, Markdown copies, assets.
  /// - Returns: a diagnostic of ``Rule/pathCollision`` for each static file that goes where one of them
  ///   or one of their folders goes, and of ``Rule/caseCollision`` where only case tells them apart; sorted.
  package func collisions(with sitePaths: some Sequence<String>) -> [Diagnostic] {
    guard !staticFiles.isEmpty else { return [] }
    var places: [String: SitePlace] = [:]
    for path in sitePaths {
      for (part, isFolder) in parts(of: path) {
        places[part.caseFolded] = SitePlace(path: part, isFolder: isFolder)
      }
    }
    return staticFiles.compactMap { file in
      for (part, isFolder) in parts(of: file) {
        guard let place = places[part.caseFolded] else { continue }
        if let diagnostic = collision(of: file, part, isFolder, with: place) { return diagnostic }
      }
      return nil
    }.sorted()
  }

  private struct SitePlace {
    let path: String
    let isFolder: Bool
  }

  /// The folders of a path and, last, the path itself.
  private func parts(of path: String) -> [(path: String, isFolder: Bool)] {
    SitePath.folders(of: [path]).map { ($0, true) } + [(path, false)]
  }

  private func collision(
    of file: String, _ part: String, _ isFolder: Bool, with place: SitePlace
  ) -> Diagnostic? {
    let span = Span(path: "\(ContentFolder.name)/\(Self.staticFolder)/\(file)", range: 0..<0)
    guard place.path.isSame(as: part) else {
      return Diagnostic(
        .caseCollision, at: span,
        "“\(part)” and “\(place.path)”, which the course publishes, differ by case or encoding only",
        help: "give the static file another name, or write it the same way")
    }
    if isFolder, place.isFolder { return nil }
    return Diagnostic(
      .pathCollision, at: span,
      "the course itself publishes \(place.isFolder ? "the folder " : "")“\(place.path)”",
      help: "give the static file another name")
  }
}

extension String {
  /// The text without its differences of case, as file systems that ignore case compare names; texts
  /// whose accents are encoded differently are equal in Swift.
  var caseFolded: String {
    utf8.allSatisfy { $0 < 0x80 } ? lowercased() : uppercased().lowercased()
  }
}
