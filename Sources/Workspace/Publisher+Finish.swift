import CLinux
import Glibc

/// What a publication changed.
package struct Publication: Hashable, Sendable {
  /// How many files the old site did not have.
  package let added: Int
  /// How many files have other bytes than before.
  package let changed: Int
  /// How many files are as they were.
  package let unchanged: Int
  /// How many files are no longer there.
  package let removed: Int
  /// Whether the new site took the place of the old one; false where both are the same.
  package let isExchanged: Bool
}

extension Publisher {
  /// Puts the new site in the place of the old one, if anything is different, and ends the publisher.
  ///
  /// - Parameters:
  ///   - files: what ``write(_:to:)`` and ``copy(_:of:to:)`` returned, in any order.
  ///   - pages: what the manifest is to say of the pages, in any order.
  ///   - redirects: the pages and anchors that moved, in any order.
  /// - Returns: what changed.
  /// - Throws: an error with a remedy. The old site is then in its place, unless the error's message says
  ///   that the new one is and only the old one could not be deleted.
  package func finish(
    _ files: [PublishedFile], pages: [Manifest.Page], redirects: [Manifest.Redirect] = []
  ) throws(WorkspaceError) -> Publication {
    requireOpen()
    defer { end() }
    let manifest = Manifest(files: files.map(\.file), pages: pages, redirects: redirects)
    try rejectDuplicates(in: manifest)

    let unchanged = files.filter(\.isUnchanged)
    let isSame = unchanged.count == files.count && manifest == oldManifest
    let known = files.filter { oldManifest?.file(at: $0.file.path) != nil }.count
    let publication = Publication(
      added: files.count - known, changed: known - unchanged.count, unchanged: unchanged.count,
      removed: (oldManifest?.files.count ?? 0) - known, isExchanged: !isSame)
    if isSame { return publication }

    for file in unchanged.map(\.file.path).sorted(by: { $0.precedes($1) }) { try takeOver(file) }
    try complete(manifest)
    try checkOldSite()
    if let oldName = try output.exchange() { try retire(oldName) }
    return publication
  }

  private func rejectDuplicates(in manifest: Manifest) throws(WorkspaceError) {
    for (file, next) in zip(manifest.files, manifest.files.dropFirst()) where file.path.isSame(as: next.path)
    {
      throw WorkspaceError(
        path: shown(file.path), message: "two files of the course would be published there",
        help: "give one of them another name")
    }
  }

  /// Takes a file over from the old site.
  private func takeOver(_ path: String) throws(WorkspaceError) {
    do {
      try inFolders(of: path) { () throws(Errno) in
        guard try oldSite?.link(path, to: staging) != nil else { throw Errno(ENOENT) }
      }
    } catch {
      switch error.code {
      case ENOENT: throw output.changedMeanwhile()
      // A file system without links, too many links to one file, or a file of somebody else's where the
      // system protects such files (proc(5), protected_hardlinks).
      case EPERM, EXDEV, EMLINK, EOPNOTSUPP, ENOSYS:
        try WorkspaceError.explaining(shown(path), cannot: .write) { () throws(Errno) in
          try duplicate(path)
        }
      default: throw WorkspaceError(error, shown(path), cannot: .write)
      }
    }
  }

  /// Copies a file of the old site with its times.
  func duplicate(_ path: String) throws(Errno) {
    guard let old = try oldSite?.file(path) else { throw Errno(ENOENT) }
    let times = try old.status().times
    var reader = try BlockReader(of: old)
    let new = try makeFile(path)
    while let block = try reader.next(of: old) { try new.write(block) }
    let number = new.number
    _ = try Errno.check { futimens(number, [times.read, times.written]) }
    try new.close()
  }

  /// Turns the marker of an unfinished site into its manifest.
  private func complete(_ manifest: Manifest) throws(WorkspaceError) {
    do {
      let file = try staging.emptiedFile(SiteTree.marker)
      try file.write(manifest.bytes)
      try file.close()
      let number = staging.number
      let permissions = try oldSite?.status().permissions ?? 0o755
      _ = try Errno.check { fchmod(number, permissions) }
      // One flush for all files: the exchange must not reach the disk before what it publishes, and a
      // file system that finds room only when it writes must find it now.
      _ = try Errno.check { syncfs(number) }
      try staging.move(SiteTree.marker, to: staging, as: Manifest.fileName)
    } catch {
      throw WorkspaceError(error, output.shown(beside: output.stagingName), cannot: .write)
    }
  }

  /// Makes sure that what is about to be replaced is what was checked.
  private func checkOldSite() throws(WorkspaceError) {
    let isSame = try WorkspaceError.explaining(output.shownPath, cannot: .examine) { () throws(Errno) in
      let now = try output.parent.status(of: output.name)?.identity
      return try now == oldSite?.status().identity
    }
    guard isSame else { throw output.changedMeanwhile() }
  }

  /// Deletes the old site once its hidden entries are in the new one.
  private func retire(_ oldName: String) throws(WorkspaceError) {
    let shown = output.shown(beside: oldName)
    guard let folder = try output.folder(oldName, shown: shown) else { return }
    do {
      try output.moveHiddenEntries(from: SiteTree(folder: folder, shownPath: shown))
    } catch {
      try output.undoExchange(oldName)
      throw error
    }
    do {
      try output.clear(oldName, known: oldManifest)
    } catch {
      throw WorkspaceError(
        path: error.path,
        message: "the new site is published, but of the old one this remains: \(error.message)",
        help: error.help)
    }
  }
}
