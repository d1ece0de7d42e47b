import Glibc

/// A site on the disk as `diff` reads it: what its manifest says, and its pages.
///
/// Nothing in it is taken on trust: it may come from a stranger's pull request.
struct BuiltSite: ~Copyable {
  /// What it holds.
  let manifest: Manifest
  private let tree: SiteTree

  /// How large a page may be, in bytes, to be read; the pages that a build writes are smaller.
  private static let limit = 64 << 20

  /// - Parameter path: the site's folder, absolute or relative to the working folder.
  /// - Throws: an error with a remedy where it is no site, or cannot be read.
  init(at path: String) throws(WorkspaceError) {
    let folder: FileDescriptor
    do {
      folder = try FileDescriptor(folder: path)
    } catch {
      throw WorkspaceError(error, named: path, wanted: "folder")
    }
    let tree = SiteTree(folder: folder, shownPath: path)
    guard let manifest = try tree.manifest() else {
      throw WorkspaceError(
        path: path, message: "this is no site of Waymark's: it holds no \(Manifest.fileName)",
        help: Self.isProject(path)
          ? "name \(path)/Public, the folder that `waymark build` wrote"
          : "name a folder that `waymark build` wrote")
    }
    self.tree = tree
    self.manifest = manifest
  }

  /// Whether a folder is a project, whose site lies in the usual folder inside it.
  private static func isProject(_ path: String) -> Bool {
    do throws(Errno) {
      _ = try FileDescriptor(folder: "\(path)/Public").file(Manifest.fileName)
      return true
    } catch {
      return false
    }
  }

  /// The content of a file; nil where it is larger than any page.
  borrowing func content(of file: Manifest.File) throws(WorkspaceError) -> [UInt8]? {
    guard (0...Self.limit).contains(file.size) else { return nil }
    return try WorkspaceError.explaining("\(tree.shownPath)/\(file.path)", cannot: .read) {
      () throws(Errno) in
      try tree.folder.file(file.path).read(atMost: file.size + 1)
    }
  }
}
