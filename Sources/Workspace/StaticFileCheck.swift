import Courses
import Diagnostics

/// Checks that no static file goes where the course itself publishes something, nor to a path that
/// differs from another by case or by the encoding of accents only.
package struct StaticFileCheck {
  /// What is wrong, sorted; one diagnostic for a file at most.
  package private(set) var diagnostics: [Diagnostic] = []
  /// What is published, by the path without differences of case.
  private var places: [String: Place] = [:]

  private struct Place {
    /// The path in the site, of a file or of a folder that files lie in.
    let path: String
    let isFolder: Bool
  }

  /// - Parameters:
  ///   - staticFiles: the files of `static/`, as paths in it.
  ///   - sitePaths: the paths in the site of everything else: pages, Markdown copies, assets, redirects.
  package init(of staticFiles: [String], with sitePaths: some Sequence<String>) {
    guard !staticFiles.isEmpty else { return }
    for path in sitePaths { add(Self.places(on: path)) }
    for file in staticFiles {
      let places = Self.places(on: file)
      if let diagnostic = places.compactMap({ collision(of: file, $0) }).first {
        diagnostics.append(diagnostic)
      } else {
        add(places)
      }
    }
    diagnostics.sort()
  }

  private mutating func add(_ places: [Place]) {
    for place in places where self.places[place.path.caseFolded] == nil {
      self.places[place.path.caseFolded] = place
    }
  }

  /// The folders that a file lies in and, last, the file itself.
  private static func places(on path: String) -> [Place] {
    SitePath.folders(above: path).map { Place(path: $0, isFolder: true) }
      + [Place(path: path, isFolder: false)]
  }

  private func collision(of file: String, _ place: Place) -> Diagnostic? {
    guard let other = places[place.path.caseFolded] else { return nil }
    let span = Span(path: ContentFolder.shown("\(ContentListing.staticFolder)/\(file)"))
    guard other.path.isSame(as: place.path) else {
      return Diagnostic(
        .caseCollision, at: span,
        "the paths “\(place.path)” and “\(other.path)” differ by case or by the encoding of accents only",
        help: "write them the same way, or give one of them another name")
    }
    if place.isFolder, other.isFolder { return nil }
    return Diagnostic(
      .pathCollision, at: span,
      "the course itself publishes \(other.isFolder ? "the folder " : "")“\(other.path)”",
      help: "give the static file another name")
  }
}

extension String {
  /// The text without its differences of case, as file systems that ignore case compare names; texts
  /// whose accents are encoded differently are equal in Swift.
  fileprivate var caseFolded: String {
    utf8.allSatisfy { $0 < 0x80 } ? lowercased() : uppercased().lowercased()
  }
}
