import Diagnostics
import Glibc

extension Publisher {
  /// Writes a file of the new site, unless the old site has it already.
  ///
  /// - Parameters:
  ///   - bytes: its content.
  ///   - path: its path in the site; no part of it may be `..` or empty, nor the first hidden.
  /// - Returns: what ``finish(_:pages:)`` needs to know of it.
  package func write(_ bytes: [UInt8], to path: String) throws(WorkspaceError) -> PublishedFile {
    try check(path)
    let file = Manifest.File(path: path, size: bytes.count, hash: ContentHash(of: bytes).hexadecimal)
    if oldManifest?.file(at: path) == file, isUntouched(file) || oldSiteHolds(bytes, at: path) {
      return PublishedFile(file: file, isUnchanged: true)
    }
    do {
      let new = try makeFile(path)
      try new.write(bytes)
      try new.close()
    } catch {
      throw WorkspaceError(error, shown(path), cannot: .write)
    }
    return PublishedFile(file: file, isUnchanged: false)
  }

  /// Copies a file of `Content/` into the new site, unless the old site has it already, a block at a time.
  ///
  /// - Parameters:
  ///   - source: its path in `Content/`.
  ///   - content: `Content/`.
  ///   - path: its path in the site; no part of it may be `..` or empty, nor the first hidden.
  /// - Returns: what ``finish(_:pages:)`` needs to know of it.
  package func copy(
    _ source: String, of content: ContentFolder, to path: String
  ) throws(WorkspaceError) -> PublishedFile {
    try check(path)
    if let file = try unchangedFile(path, content.open(source)) {
      return PublishedFile(file: file, isUnchanged: true)
    }
    let sourceFile = try content.open(source)
    let shownSource = ContentFolder.shown(source)
    var reader = try WorkspaceError.explaining(shownSource, cannot: .examine) { () throws(Errno) in
      try BlockReader(of: sourceFile)
    }
    let new = try WorkspaceError.explaining(shown(path), cannot: .write) { () throws(Errno) in
      try makeFile(path)
    }
    var hash = ContentHash()
    var size = 0
    while true {
      let block = try WorkspaceError.explaining(shownSource, cannot: .read) { () throws(Errno) in
        try reader.next(of: sourceFile)
      }
      guard let block else { break }
      hash.append(block)
      size += block.count
      try WorkspaceError.explaining(shown(path), cannot: .write) { () throws(Errno) in
        try new.write(block)
      }
    }
    do {
      try new.close()
    } catch {
      throw WorkspaceError(error, shown(path), cannot: .write)
    }
    let file = Manifest.File(path: path, size: size, hash: hash.hexadecimal)
    return PublishedFile(file: file, isUnchanged: false)
  }

  /// A path of the site as the user would write it.
  func shown(_ path: String) -> String { "\(output.shownPath)/\(path.harmless)" }

  /// Makes an empty file of the new site, with the folders that it lies in.
  func makeFile(_ path: String) throws(Errno) -> FileDescriptor {
    let file = try inFolders(of: path) { () throws(Errno) in try staging.newFile(path) }
    if setsPermissions {
      let number = file.number
      _ = try Errno.check { fchmod(number, 0o644) }
    }
    return file
  }

  /// Makes an entry of the new site and, only where they turn out to be missing, its folders.
  func inFolders<Value: ~Copyable>(
    of path: String, _ make: () throws(Errno) -> Value
  ) throws(Errno) -> Value {
    do {
      return try make()
    } catch {
      guard error.code == ENOENT else { throw error }
      try staging.makeFolders(above: path, permissions: setsPermissions ? 0o755 : nil)
      return try make()
    }
  }

  private func check(_ path: String) throws(WorkspaceError) {
    requireOpen()
    guard SitePath.isSafe(path), path.utf8.first != UInt8(ascii: ".") else {
      throw WorkspaceError(
        path: shown(path), message: "no file of the site can have this path",
        help: "leave out “..” and empty names, and begin with a name that is not hidden")
    }
  }

  /// Whether the old site's file cannot have other bytes than its manifest says, since nothing happened to it.
  private func isUntouched(_ file: Manifest.File) -> Bool {
    do {
      guard let oldSiteCompletion, let status = try oldSite?.status(of: file.path) else { return false }
      return status.kind == .file && status.size == file.size
        && oldSiteCompletion.isAfter(status, at: file.path)
    } catch {
      return false
    }
  }

  /// What cannot be read counts as changed, and is written anew.
  private func oldSiteHolds(_ bytes: [UInt8], at path: String) -> Bool {
    do {
      return try oldSite?.file(path).holds(bytes) ?? false
    } catch {
      return false
    }
  }

  /// What the manifest says of a file where the old site holds the same bytes; nil where it does not, or
  /// where one of the two cannot be read, which the copying then reports.
  private func unchangedFile(_ path: String, _ new: borrowing FileDescriptor) -> Manifest.File? {
    guard let known = oldManifest?.file(at: path) else { return nil }
    do throws(Errno) {
      guard let old = try oldSite?.file(path), try old.status().size == known.size else { return nil }
      var reader = try BlockReader(of: new)
      guard reader.remaining == known.size else { return nil }
      var hash = ContentHash()
      while let block = try reader.next(of: new) {
        guard try old.read(atMost: block.count).isSame(as: block) else { return nil }
        hash.append(block)
      }
      let file = Manifest.File(path: path, size: known.size, hash: hash.hexadecimal)
      return reader.remaining == 0 && file == known ? file : nil
    } catch {
      return nil
    }
  }
}

/// Reads a file block by block: as many bytes as it had at first, however it grows meanwhile.
struct BlockReader {
  /// How many bytes are still to be read.
  private(set) var remaining: Int

  /// - Parameter file: open for reading, at its start.
  init(of file: borrowing FileDescriptor) throws(Errno) {
    remaining = try file.status().size
  }

  /// The next block of ``ContentHash/blockSize`` bytes or, at the end, fewer; nil after the last.
  mutating func next(of file: borrowing FileDescriptor) throws(Errno) -> [UInt8]? {
    guard remaining > 0 else { return nil }
    let block = try file.read(atMost: min(ContentHash.blockSize, remaining))
    remaining -= block.count
    return block.isEmpty ? nil : block
  }
}
