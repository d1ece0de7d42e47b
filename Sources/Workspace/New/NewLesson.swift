import Courses
import Diagnostics
import Glibc
import Markdown
import Samples

/// A lesson to begin with: a folder with its pages, listed in `track.yml`.
package struct NewLesson {
  /// Its folder as the user would write it.
  package let path: String
  /// The names of its pages' files.
  package let files: [String]
  /// What became of `track.yml`.
  package let listing: Listing

  /// What became of `track.yml`.
  package enum Listing: Hashable, Sendable {
    /// It lists the lesson now.
    case added
    /// It listed the lesson already.
    case known
    /// It could not be changed safely, and the author has to list the lesson.
    case left
  }

  /// Makes it.
  ///
  /// - Parameters:
  ///   - slug: the name of its folder, to which ``Slug/objection(to:)`` has none.
  ///   - title: its title in plain text; nil for the one that `track.yml` plans, or one made from the slug.
  ///   - project: the project.
  /// - Throws: an error with a remedy where there is such a folder already, there is no `track.yml`, or the
  ///   machine refuses. Nothing that exists is changed then.
  package init(_ slug: String, title: String?, in project: ProjectFolder) throws(WorkspaceError) {
    let content = try WorkspaceError.explaining(ContentFolder.name, cannot: .open) { () throws(Errno) in
      try FileDescriptor(folder: project.path).folder(ContentFolder.name)
    }
    path = ContentFolder.shown(slug)
    let track = try Self.track(of: content)
    let heading = title ?? LessonListing.plannedTitle(of: slug, in: track) ?? Self.title(from: slug)
    let files = BuiltInSamples.lesson.map { ($0.path, Self.fill($0.bytes, title: heading)) }
    self.files = files.map(\.0)
    do {
      try content.makeFolder(slug, with: files)
    } catch {
      guard error.code == EEXIST else { throw WorkspaceError(error, path, cannot: .create) }
      throw WorkspaceError(
        path: path, message: "there is a folder of this name already, and nothing in it was changed",
        help: "write into that one, or give the new lesson another name, such as \(slug)-2")
    }
    listing = try Self.list(slug, in: track, of: content)
  }

  private static let trackPath = ContentFolder.shown(ContentListing.trackFile)

  private static func track(of content: borrowing FileDescriptor) throws(WorkspaceError) -> SourceFile {
    do {
      guard try content.status(of: ContentListing.trackFile)?.kind != .link else {
        // A link is not replaced by a file, so what it leads to is not read either.
        return SourceFile(path: trackPath, bytes: [])
      }
      let file = try content.file(ContentListing.trackFile)
      return SourceFile(path: trackPath, bytes: try file.read(atMost: Limits.fileSize + 1))
    } catch {
      guard error.code == ENOENT else { throw WorkspaceError(error, trackPath, cannot: .read) }
      throw WorkspaceError(
        path: trackPath, message: "there is no such file to list the lesson in",
        help: "begin a track with waymark new track DIR, or write the file yourself")
    }
  }

  private static func list(
    _ slug: String, in track: SourceFile, of content: borrowing FileDescriptor
  ) throws(WorkspaceError) -> Listing {
    switch LessonListing(of: slug, in: track) {
    case .listed: return .known
    case .unclear: return .left
    case .changed(let changed, _):
      do {
        try content.replaceFile(ContentListing.trackFile, with: changed.bytes)
      } catch {
        throw WorkspaceError(error, trackPath, cannot: .write)
      }
      return .added
    }
  }

  /// A sample with the title in its place.
  private static func fill(_ bytes: [UInt8], title: String) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    let parts = text.split(separator: BuiltInSamples.titlePlaceholder, omittingEmptySubsequences: false)
    return Array(parts.joined(separator: title.escapedAsMarkdown).utf8)
  }

  /// A title with the words of a slug: “Second steps” of `second-steps`.
  private static func title(from slug: String) -> String {
    let words = slug.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
