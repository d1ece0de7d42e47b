import Synchronization

/// Keeps the files of a site in memory, as far as there is room.
///
/// A folder of a stranger may hold a file of any size, which takes no room on their disk.
final class MemorySink: SiteSink {
  /// How many bytes the copies of files may have together. While new ones are read the old ones are there
  /// too, so that it can be twice as much for a moment.
  static let copyLimit = 512 << 20

  /// The copies that are there already, by the paths in `Content/` at which their originals lie.
  private let copies: [String: MemoryFile]
  /// What was touched since they were made.
  private let changes: SiteChanges
  /// How many bytes further copies may have.
  private let room = Mutex(copyLimit)

  init(copies: [String: MemoryFile], changes: SiteChanges) {
    self.copies = copies
    self.changes = changes
  }

  func write(_ bytes: [UInt8], to path: String) throws(WorkspaceError) -> MemoryFile {
    MemoryFile(path: path, bytes: bytes, original: nil)
  }

  func copy(
    _ source: String, of content: ContentFolder, to path: String
  ) throws(WorkspaceError) -> MemoryFile {
    let original = content.realPath(of: source)
    if let bytes = copies[original]?.bytes, !changes.concernsFile(lyingAt: original), takes(bytes.count) {
      return MemoryFile(path: path, bytes: bytes, original: original)
    }
    let file = try content.open(source)
    let bytes = try WorkspaceError.explaining(ContentFolder.shown(source), cannot: .read) {
      () throws(Errno) -> [UInt8]? in
      let size = try file.status().size
      return takes(size) ? try file.read(atMost: size) : nil
    }
    return MemoryFile(path: path, bytes: bytes, original: original)
  }

  /// Whether there is room for so many bytes, which is taken then.
  private func takes(_ size: Int) -> Bool {
    room.withLock { room in
      guard size <= room else { return false }
      room -= size
      return true
    }
  }
}

/// A file of a site in memory.
struct MemoryFile: Hashable, Sendable {
  /// Its path in the site.
  let path: String
  /// Its content; nil where there was no room for it.
  let bytes: [UInt8]?
  /// The path in `Content/` at which what it is a copy of lies.
  let original: String?
}
