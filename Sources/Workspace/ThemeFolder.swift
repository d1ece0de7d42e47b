import Diagnostics
import Glibc

/// A project's own `Templates/`, which takes the place of the built-in theme file by file.
enum ThemeFolder {
  /// The folder's name in the project.
  static let name = "Templates"

  /// How large a file of a theme may be, in bytes.
  private static let limit = 4 << 20

  /// Reads the templates and assets of a project.
  ///
  /// - Parameter project: the project.
  /// - Returns: the files in the order of their paths; none where the project has no such folder.
  /// - Throws: an error with a remedy where one cannot be read or is too large.
  static func files(of project: ProjectFolder) throws(WorkspaceError) -> [SourceFile] {
    var files: [SourceFile] = []
    do {
      let folder = try FileDescriptor(folder: project.absolutePath(of: name))
      try collect(folder, shown: name, depth: 0, into: &files)
    } catch {
      if error.code == ENOENT { return [] }
      throw WorkspaceError(error, name, cannot: .read)
    }
    if let large = files.first(where: { $0.bytes.count > limit }) {
      throw WorkspaceError(
        path: large.path, message: "this file is larger than \(limit >> 20) MB",
        help: "make it smaller, or link to it instead of publishing it with the theme")
    }
    return files
  }

  private static func collect(
    _ folder: borrowing FileDescriptor, shown: String, depth: Int, into files: inout [SourceFile]
  ) throws(Errno) {
    for entry in try folder.entries() where !entry.isHidden && entry.isValid {
      let path = "\(shown)/\(entry.name)"
      switch entry.kind {
      case .file:
        files.append(SourceFile(path: path, bytes: try folder.file(entry.name).read(atMost: limit + 1)))
      case .folder where depth < 8:
        try collect(folder.folder(entry.name), shown: path, depth: depth + 1, into: &files)
      case .folder, .link, .other: break
      }
    }
  }
}
