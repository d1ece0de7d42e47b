extension ContentFolder {
  /// The stamp of a file as it is now.
  func stamp(of path: String) throws(WorkspaceError) -> FileStamp {
    do {
      return FileStamp(try root.file(realPath(of: path)).status())
    } catch {
      throw WorkspaceError(error, Self.shown(path), cannot: .examine)
    }
  }

  /// Replaces the content of a file in one step: whoever reads it finds the old content or the new, whole.
  ///
  /// Its permissions and its owner stay. Of a symbolic link, the file that it leads to is replaced.
  ///
  /// - Parameters:
  ///   - path: the file's path in `Content/`, as the listing gives it.
  ///   - bytes: the new content.
  /// - Throws: an error with a remedy where it cannot be written; the file is then as it was.
  func replace(_ path: String, with bytes: [UInt8]) throws(WorkspaceError) {
    let path = realPath(of: path)
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    do {
      try root.folder(slash.map { String(path[..<$0]) } ?? "").replaceFile(name, with: bytes)
    } catch {
      throw WorkspaceError(error, Self.shown(path), cannot: .write)
    }
  }
}
