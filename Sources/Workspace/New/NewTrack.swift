import Courses
import Glibc
import Samples

/// A track to begin with: a `Content/` that builds without a diagnostic and shows each kind of question.
package struct NewTrack {
  /// The folder that holds it, as the user would write it, without a slash at its end.
  package let path: String

  /// Makes it.
  ///
  /// - Parameter path: the folder to hold `Content/`, absolute or relative to the working folder. It and the
  ///   folders that it lies in are made where they are missing; what is in it already stays as it is.
  /// - Throws: an error with a remedy where there is a `Content/` already, or the machine refuses.
  package init(at path: String) throws(WorkspaceError) {
    var path = path
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    self.path = path
    let absolutePath = ProjectFolder.absolutePath(path)
    let folder: FileDescriptor
    do {
      folder = try FileDescriptor(makingFolder: absolutePath)
    } catch {
      guard error.code == ENOTDIR || error.code == ENOENT else {
        throw WorkspaceError(error, path, cannot: .create)
      }
      throw WorkspaceError(
        path: path, message: "no folder can be made there: a file or a broken link is in the way",
        help: "name another folder")
    }
    let shown = path == "." ? ContentFolder.name : "\(path)/\(ContentFolder.name)"
    do {
      try folder.makeFolder(ContentFolder.name, with: BuiltInSamples.track)
    } catch {
      guard error.code == EEXIST else { throw WorkspaceError(error, shown, cannot: .create) }
      throw WorkspaceError(
        path: shown, message: "it is there already, and nothing in it was changed",
        help: Self.holdsTrack(folder)
          ? "name another folder, or add a lesson to this track with waymark new lesson"
          : "name another folder, or move this one away; it holds no track.yml")
    }
  }

  /// Whether there is a track in a project's folder, as far as that can be seen.
  private static func holdsTrack(_ folder: borrowing FileDescriptor) -> Bool {
    do {
      return try folder.folder(ContentFolder.name).status(of: ContentListing.trackFile) != nil
    } catch {
      return false
    }
  }

  /// The slug of the lesson that it begins with.
  package static var lesson: String { "first-lesson" }
}
