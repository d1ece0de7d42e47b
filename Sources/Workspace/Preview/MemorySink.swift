import Synchronization

/// Keeps the files of a site in memory, as far as there is room.
///
/// A folder of a stranger may hold a file of any size, which takes no room on their disk.
final class MemorySink: SiteSink {
  /// How many bytes the copies of files may have together. While new ones are read the old ones are there
  /// too, so that it can be twice as much for a moment.
  static let copyLimit = 512 << 20

  /// The copies that are there already, by their paths in `Content/`.
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
    MemoryFile(path: path, bytes: bytes, source: nil)
  }

  func copy(
    _ source: String, of content: ContentFolder, to path: String
  ) throws(WorkspaceError) -> MemoryFile {
    let shown = ContentFolder.shown(source)
    if let copy = copies[source], let bytes = copy.bytes, !changes.concerns(shown), takes(bytes.count) {
      return copy
    }
    let file = try content.open(source)
    let bytes = try WorkspaceError.explaining(shown, cannot: .read) { () throws(Errno) -> [UInt8]? in
      let size = try file.status().size
      return takes(size) ? try file.read(atMost: size) : nil
    }
    return MemoryFile(path: path, bytes: bytes, source: source)
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
  /// The path in `Content/` of what it is a copy of.
  let source: String?
}
