import CLinux
import Glibc

/// The place of a site on the disk: a name in a folder, and the names beside it that a build uses.
///
/// | name, for `Public` | what it is |
/// |---|---|
/// | `Public` | the site |
/// | `.Public.new-waymark` | a new site as it is written; just after an exchange in one step the old site |
/// | `.Public.old-waymark` | the old site after an exchange in two steps |
/// | `.Public.lock-waymark` | there while a build runs |
struct OutputFolder: ~Copyable, Sendable {
  /// Where a site is published unless the user says otherwise, relative to the project.
  static let defaultPath = "Public"

  /// The folder that the site lies in.
  let parent: FileDescriptor
  /// The site's name in `parent`.
  let name: String
  /// The path as the user would write it.
  let shownPath: String

  var stagingName: String { ".\(name).new-waymark" }
  var retiredName: String { ".\(name).old-waymark" }
  var lockName: String { ".\(name).lock-waymark" }

  /// - Parameters:
  ///   - path: the site's folder, absolute or relative to the project; a symbolic link is followed. It
  ///     need not exist, the folder that it lies in must.
  ///   - project: the project, which the site must not contain, and whose `Content/` must not contain it.
  /// - Throws: an error with a remedy where no site can be put there.
  init(_ path: String, of project: ProjectFolder) throws(WorkspaceError) {
    let resolved = try Self.resolved(project.absolutePath(of: path), shown: path)
    guard resolved != "/", let slash = resolved.lastIndex(of: "/") else { throw Self.mountPoint(path) }
    let content = project.absolutePath(of: ContentFolder.name)
    guard !"\(resolved)/".hasPrefix("\(content)/") else {
      throw WorkspaceError(
        path: path, message: "the site would lie in \(ContentFolder.name)/, which it is made from",
        help: "choose a folder outside \(ContentFolder.name)/ with --output")
    }
    guard !"\(project.path)/".hasPrefix("\(resolved)/") else {
      throw WorkspaceError(
        path: path, message: "the site would take the place of the project itself",
        help: "choose an empty or new folder with --output")
    }
    let name = String(resolved[resolved.index(after: slash)...])
    let parentPath = slash == resolved.startIndex ? "/" : String(resolved[..<slash])
    let parent = try WorkspaceError.explaining(parentPath, cannot: .open) { () throws(Errno) in
      try FileDescriptor(folder: parentPath)
    }
    self.init(parent: parent, name: name, shownPath: path)
  }

  private init(parent: consuming FileDescriptor, name: String, shownPath: String) {
    self.parent = parent
    self.name = name
    self.shownPath = shownPath
  }

  /// Makes sure that the site can be exchanged: that no file system is mounted in its place.
  borrowing func requireNoMount() throws(WorkspaceError) {
    if let site = try site(), try isMountPoint(site) { throw Self.mountPoint(shownPath) }
  }

  /// The folder of the site; nil where there is none.
  borrowing func site() throws(WorkspaceError) -> FileDescriptor? {
    try folder(name, shown: shownPath)
  }

  /// A folder beside the site or the site itself; nil where there is none.
  borrowing func folder(_ name: String, shown: String) throws(WorkspaceError) -> FileDescriptor? {
    do {
      return try parent.folder(name)
    } catch {
      switch error.code {
      case ENOENT: return nil
      case ENOTDIR, ELOOP:
        throw WorkspaceError(
          path: shown, message: "it is not a folder",
          help: "move it away, or choose another folder with --output")
      default: throw WorkspaceError(error, shown, cannot: .open)
      }
    }
  }

  /// The path of a name beside the site as the user would write it.
  borrowing func shown(beside name: String) -> String {
    guard let slash = shownPath.dropLast().lastIndex(of: "/") else { return name }
    return "\(shownPath[...slash])\(name)"
  }

  private borrowing func isMountPoint(_ site: borrowing FileDescriptor) throws(WorkspaceError) -> Bool {
    switch waymark_is_mount_root(site.number) {
    case 0: return false
    case 1: return true
    default:
      do {
        return try site.status().identity.device != parent.status().identity.device
      } catch {
        throw WorkspaceError(error, shownPath, cannot: .examine)
      }
    }
  }

  private static func resolved(_ path: String, shown: String) throws(WorkspaceError) -> String {
    do {
      return try resolvePath(path)
    } catch {
      guard error.code == ENOENT else { throw WorkspaceError(error, shown, cannot: .open) }
    }
    var status = stat()
    guard lstat(path, &status) != 0 else {
      throw WorkspaceError(
        path: shown, message: "it is a symbolic link that leads to nothing",
        help: "create the folder that it leads to, or delete the link")
    }
    let parts = path.split(separator: "/")
    guard let name = parts.last, name != ".." else {
      throw WorkspaceError(Errno(ENOENT), named: shown, wanted: "folder")
    }
    let parent = "/" + parts.dropLast().joined(separator: "/")
    do {
      let resolved = try resolvePath(parent)
      return resolved == "/" ? "/\(name)" : "\(resolved)/\(name)"
    } catch {
      throw WorkspaceError(error, named: parent, wanted: "folder")
    }
  }

  private static func mountPoint(_ path: String) -> WorkspaceError {
    WorkspaceError(
      path: path, message: "a file system is mounted there, and a mount point cannot be exchanged",
      help: "choose a folder inside it with --output")
  }
}
