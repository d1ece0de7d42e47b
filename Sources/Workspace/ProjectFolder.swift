import CLinux
import Glibc

/// The folder of a track: the one that holds `Content/`.
package struct ProjectFolder: Hashable, Sendable {
  /// Its absolute path, symbolic links resolved.
  package let path: String

  /// The folder that the user names.
  ///
  /// - Parameter path: absolute, or relative to the working folder.
  /// - Throws: an error with a remedy where it is no folder or holds no `Content/`.
  package init(at path: String) throws(WorkspaceError) {
    let resolved = try Self.resolved(path)
    guard try Self.holdsContent(resolved) else {
      throw WorkspaceError(path: path, message: "there is no folder Content/ in it", help: Self.help)
    }
    self.path = resolved
  }

  /// The nearest folder that holds `Content/`, looked for from a folder upwards.
  ///
  /// - Parameter path: where to begin, absolute or relative to the working folder.
  /// - Throws: an error with a remedy where there is none.
  package init(above path: String) throws(WorkspaceError) {
    let start = try Self.resolved(path)
    var folder = start
    while try !Self.holdsContent(folder) {
      guard folder != "/", let slash = folder.lastIndex(of: "/") else {
        throw WorkspaceError(
          path: path, message: "there is no folder Content/ here or in a folder above", help: Self.help)
      }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
    self.path = folder
  }

  /// Whether it is there and still holds `Content/`.
  var isThere: Bool {
    do throws(WorkspaceError) {
      return try Self.holdsContent(path)
    } catch {
      return false
    }
  }

  /// The absolute path of something in the project.
  ///
  /// - Parameter path: relative to the project; an absolute one is returned as it is.
  package func absolutePath(of path: String) -> String {
    if path.utf8.first == UInt8(ascii: "/") { return path }
    return self.path == "/" ? "/\(path)" : "\(self.path)/\(path)"
  }

  /// The absolute path of something that the user names.
  ///
  /// - Parameter path: absolute, or relative to the working folder; it need not exist.
  static func absolutePath(_ path: String) -> String {
    if path.utf8.first == UInt8(ascii: "/") { return path }
    guard let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return "\(String(cString: folder))/\(path)"
  }

  private static let help =
    "begin a track with waymark new track DIR, or name the folder that holds Content/ with --project"

  private static func resolved(_ path: String) throws(WorkspaceError) -> String {
    do {
      return try resolvePath(path)
    } catch {
      throw WorkspaceError(error, named: path, wanted: "folder")
    }
  }

  private static func holdsContent(_ path: String) throws(WorkspaceError) -> Bool {
    var status = stat()
    do {
      _ = try Errno.check { lstat("\(path)/\(ContentFolder.name)", &status) }
    } catch {
      if error.code == ENOENT { return false }
      throw WorkspaceError(error, named: path, wanted: "folder")
    }
    return FileStatus(status).kind != .file
  }
}

/// The absolute path of a file or folder that exists, symbolic links resolved.
func resolvePath(_ path: String) throws(Errno) -> String {
  guard let resolved = realpath(path, nil) else { throw Errno(errno) }
  defer { free(resolved) }
  return String(cString: resolved)
}
