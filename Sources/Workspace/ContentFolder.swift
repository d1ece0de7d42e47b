import Courses
import Diagnostics
import Glibc
import Markdown

/// `Content/`: what it holds, and the way to read it.
///
/// The folder is listed once, when the value is made. Files are opened by the paths found then, no
/// symbolic link on the way being followed any more, so that nothing outside is ever read, whatever
/// somebody changes meanwhile.
package final class ContentFolder: Sendable {
  /// The folder's name in the project.
  package static let name = CourseFiles.root

  /// What it holds.
  package let listing: ContentListing
  let root: FileDescriptor
  /// Where files that are reached through symbolic links really lie.
  let linkedFiles: [String: String]

  /// - Parameter project: the folder that holds `Content/`.
  /// - Throws: an error with a remedy where it cannot be listed. Authors' mistakes are not thrown but
  ///   in ``ContentListing/diagnostics``.
  package init(of project: ProjectFolder) throws(WorkspaceError) {
    let folder = try WorkspaceError.explaining(project.path, cannot: .open) { () throws(Errno) in
      try FileDescriptor(folder: project.path)
    }
    let kind = try WorkspaceError.explaining(Self.name, cannot: .examine) { () throws(Errno) in
      try folder.status(of: Self.name)?.kind
    }
    guard kind != .link else {
      throw WorkspaceError(
        path: Self.name, message: "it is a symbolic link",
        help: "name the folder that really holds Content/ with --project")
    }
    root = try WorkspaceError.explaining(Self.name, cannot: .open) { () throws(Errno) in
      try folder.folder(Self.name)
    }
    let survey = try ContentSurvey(of: root)
    listing = survey.listing
    linkedFiles = survey.linkedFiles
  }

  /// The path in `Content/` at which a file really lies.
  ///
  /// - Parameter path: the file's path in `Content/`, as the listing gives it.
  func realPath(of path: String) -> String { linkedFiles[path] ?? path }

  /// Whether it holds the files that the listing names and no others, whatever their content.
  ///
  /// - Parameter changes: what was touched since it was listed.
  /// - Returns: false also where that cannot be told from the touched files alone.
  func holdsSameFiles(after changes: SiteChanges) -> Bool {
    guard changes.lessons != nil, linkedFiles.isEmpty, listing.diagnostics.isEmpty else { return false }
    let prefix = CourseFiles.path("")
    for path in changes.paths where path.hasPrefix(prefix) {
      let name = String(path.dropFirst(prefix.count))
      do {
        // Editors make and delete files of their own beside the one that they write.
        let kind = try root.status(of: name)?.kind
        guard kind == (listing.holds(name) ? .file : nil), kind != nil || !listing.holdsFolder(name) else {
          return false
        }
      } catch {
        return false
      }
    }
    return true
  }

  /// Whether it holds the same files as another, at the same places, whatever their content.
  func holdsSameFiles(as other: ContentFolder) -> Bool {
    listing == other.listing && linkedFiles == other.linkedFiles
  }

  /// Reads a file whole, or as much of it as shows that it is too large.
  ///
  /// - Parameters:
  ///   - path: the file's path in `Content/`, as the listing gives it.
  ///   - limit: how many bytes a file may have, at least 0.
  /// - Returns: the bytes; of a larger file the first `limit` + 1 of them.
  /// - Throws: an error with a remedy where it cannot be read, or is no longer a regular file.
  package func read(_ path: String, limit: Int) throws(WorkspaceError) -> [UInt8] {
    do {
      let file = try root.file(realPath(of: path))
      let size = try file.status().size
      return try file.read(atMost: min(size, limit) + 1)
    } catch {
      throw WorkspaceError(error, Self.shown(path), cannot: .read)
    }
  }

  /// Reads a file of text, as far as it is worth reading.
  ///
  /// - Parameter path: the file's path in `Content/`, as the listing gives it.
  /// - Returns: the file; of one larger than ``Limits/fileSize`` only so much as shows that.
  func source(_ path: String) throws(WorkspaceError) -> SourceFile {
    SourceFile(path: CourseFiles.path(path), bytes: try read(path, limit: Limits.fileSize))
  }

  /// Opens a file to copy it.
  func open(_ path: String) throws(WorkspaceError) -> FileDescriptor {
    do {
      return try root.file(realPath(of: path))
    } catch {
      throw WorkspaceError(error, Self.shown(path), cannot: .read)
    }
  }

  /// A path in `Content/` as the user would write it.
  static func shown(_ path: String) -> String { path.isEmpty ? name : CourseFiles.path(path) }
}
