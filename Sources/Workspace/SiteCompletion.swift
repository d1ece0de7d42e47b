/// When a site was complete, so that a file's own times tell whether anything happened to it since.
///
/// Nothing is read for that, so where the times might lie there is no value of this kind.
struct SiteCompletion {
  private let time: FileTime
  /// The folders that were moved or got or lost something since, or so late that nobody can tell.
  private let changedFolders: Set<String>

  /// - Parameters:
  ///   - manifest: the site's manifest, which is written when all else is there.
  ///   - folders: the folders in the site, by their paths.
  ///   - now: what the clock of the file system tells. Where it was set back, what is new looks old.
  /// - Returns: nil where the times do not tell what happened.
  init?(manifest: FileStatus, folders: [(path: String, status: FileStatus)], now: FileTime) {
    // Who gives the whole site other permissions, or copies it with its times, may come to the manifest
    // after a file that was edited before. When the manifest was written stays as it is.
    let time = min(FileTime(manifest.times.written), manifest.changed)
    guard time < now else { return nil }
    self.time = time
    changedFolders = Set(folders.filter { !($0.status.changed < time) }.map(\.path))
  }

  /// Whether nothing happened to a file since. One of the same tick of the clock is not trusted, nor one in
  /// a folder that was moved, for that does not show in the file's own times.
  ///
  /// - Parameters:
  ///   - file: what the file system says of it.
  ///   - path: its path in the site.
  func isAfter(_ file: FileStatus, at path: String) -> Bool {
    file.changed < time
      && (changedFolders.isEmpty
        || !SitePath.folders(above: path).contains(where: changedFolders.contains))
  }
}

extension FileDescriptor {
  /// When the site in this folder was complete.
  ///
  /// - Parameters:
  ///   - manifest: the site's manifest.
  ///   - now: what the clock of the file system tells.
  /// - Returns: nil where the times do not tell what happened since, or cannot be read.
  borrowing func completion(of manifest: Manifest, now: FileTime) -> SiteCompletion? {
    do throws(Errno) {
      guard let written = try status(of: Manifest.fileName) else { return nil }
      var folders: [(path: String, status: FileStatus)] = []
      for path in SitePath.folders(of: manifest.files.map(\.path)) {
        if let folder = try status(of: path) { folders.append((path, folder)) }
      }
      return SiteCompletion(manifest: written, folders: folders, now: now)
    } catch {
      return nil
    }
  }
}
