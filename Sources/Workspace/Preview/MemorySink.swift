/// Keeps the files of a site in memory.
struct MemorySink: SiteSink {
  /// The copies that are there already, by their paths in `Content/`.
  let copies: [String: MemoryFile]
  /// What was touched since they were made.
  let changes: SiteChanges

  func write(_ bytes: [UInt8], to path: String) throws(WorkspaceError) -> MemoryFile {
    MemoryFile(path: path, bytes: bytes, source: nil)
  }

  func copy(
    _ source: String, of content: ContentFolder, to path: String
  ) throws(WorkspaceError) -> MemoryFile {
    if let copy = copies[source], !changes.concerns(ContentFolder.shown(source)) { return copy }
    return MemoryFile(path: path, bytes: try content.read(source, limit: Int.max - 1), source: source)
  }
}

/// A file of a site in memory.
struct MemoryFile: Sendable {
  /// Its path in the site.
  let path: String
  /// Its content.
  let bytes: [UInt8]
  /// The path in `Content/` of what it is a copy of.
  let source: String?
}
