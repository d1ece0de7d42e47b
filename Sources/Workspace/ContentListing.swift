import Courses
import Diagnostics

/// What `Content/` holds, in the order of the names' bytes.
///
/// Hidden files and folders (those whose name begins with a dot) are left out, and so is what a
/// diagnostic was made for. Files beside `track.yml` belong to no lesson and are left out too.
package struct ContentListing: Equatable, Sendable {
  /// Whether there is a `track.yml`.
  package internal(set) var hasTrack = false
  /// Every folder but `static`, whether or not `track.yml` names it; the overviews are not read yet.
  package internal(set) var lessons: [LessonFiles] = []
  /// The files of `static/`, as paths in it.
  package internal(set) var staticFiles: [String] = []
  /// The files that are no pages, as paths in `Content/`; those of `static/` too.
  package internal(set) var assets: Set<String> = []
  /// What is wrong with paths, sorted.
  package internal(set) var diagnostics: [Diagnostic] = []

  /// Whether a file is listed, as a page or otherwise.
  ///
  /// - Parameter path: its path in `Content/`.
  func holds(_ path: String) -> Bool {
    if path == Self.trackFile { return hasTrack }
    guard let page = PageID(markdownPath: path), let lesson = lesson(in: page.lesson) else {
      return assets.contains(path)
    }
    return lesson.pages.contains(page.kind)
  }

  /// Whether a folder is that of a lesson, or holds files that are listed.
  ///
  /// - Parameter path: its path in `Content/`.
  func holdsFolder(_ path: String) -> Bool {
    lesson(in: path) != nil || assets.contains { $0.hasPrefix(path + "/") }
  }

  private func lesson(in folder: String) -> LessonFiles? { lessons.first { $0.slug == folder } }

  /// The name of the folder whose files are copied to the site's root.
  package static let staticFolder = "static"
  /// The name of the file that describes the track.
  package static let trackFile = "track.yml"
}
