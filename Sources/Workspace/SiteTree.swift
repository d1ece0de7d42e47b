import Glibc

/// A folder that holds a site, or a part of one.
///
/// What its files are tells which of three kinds it is:
/// - It bears ``marker``: a site that is being written. All of it is Waymark's.
/// - It bears the manifest: a whole site. What the manifest lists is Waymark's.
/// - It bears neither: nothing in it is Waymark's.
///
/// Hidden entries of its root, but for those two, are somebody else's in every case.
struct SiteTree: ~Copyable {
  /// The name of the file that becomes the manifest once the site is whole.
  static let marker = ".waymark.new"
  /// Deeper than any site: `Content/` is listed only so deep.
  private static let depthLimit = ContentSurvey.depthLimit + 8

  let folder: FileDescriptor
  /// The path as the user would write it.
  let shownPath: String

  /// Whether the site is still being written.
  borrowing func isUnfinished() throws(WorkspaceError) -> Bool {
    do {
      return try folder.status(of: Self.marker) != nil
    } catch {
      throw WorkspaceError(error, shownPath, cannot: .examine)
    }
  }

  /// The manifest; nil where there is none.
  ///
  /// - Throws: an error with a remedy where it is damaged or of a newer Waymark.
  borrowing func manifest() throws(WorkspaceError) -> Manifest? {
    let path = "\(shownPath)/\(Manifest.fileName)"
    let bytes: [UInt8]
    do {
      let file = try folder.file(Manifest.fileName)
      bytes = try file.read(atMost: file.status().size + 1)
    } catch {
      if error.code == ENOENT { return nil }
      throw WorkspaceError(error, path, cannot: .read)
    }
    return try Manifest(bytes, path: path)
  }

  /// The names of the entries of the root that are hidden and not Waymark's.
  borrowing func hiddenEntries() throws(WorkspaceError) -> [String] {
    do {
      return try folder.entries().filter { $0.isHidden && !Self.isOwn($0.name) }.map(\.name)
    } catch {
      throw WorkspaceError(error, shownPath, cannot: .list)
    }
  }

  /// The paths of what lies in the tree and is not listed, in the order of their bytes; the hidden
  /// entries of the root left out.
  ///
  /// - Parameter manifest: the list; nil lists nothing.
  borrowing func unlisted(in manifest: Manifest?) throws(WorkspaceError) -> [String] {
    try walk(folder, ListedPaths(manifest), prefix: "", depth: 0, isDeleting: false)
  }

  /// Deletes what is listed.
  ///
  /// - Parameter manifest: the list; nil lists nothing.
  /// - Returns: the paths of what was not listed and so remains, in the order of their bytes.
  borrowing func deleteListed(in manifest: Manifest?) throws(WorkspaceError) -> [String] {
    try walk(folder, ListedPaths(manifest), prefix: "", depth: 0, isDeleting: true)
  }

  /// Deletes everything but the hidden entries of the root.
  borrowing func deleteContents() throws(WorkspaceError) {
    _ = try walk(folder, nil, prefix: "", depth: 0, isDeleting: true)
  }

  /// Deletes the manifest and the marker, as far as they are there.
  borrowing func deleteManifest() throws(WorkspaceError) {
    for name in [Self.marker, Manifest.fileName] {
      do {
        try folder.removeFile(name)
      } catch {
        if error.code != ENOENT { throw WorkspaceError(error, "\(shownPath)/\(name)", cannot: .delete) }
      }
    }
  }

  /// Moves the hidden entries of the root that are not Waymark's into another tree, all or none.
  borrowing func moveHiddenEntries(to other: borrowing SiteTree) throws(WorkspaceError) {
    var moved: [String] = []
    for name in try hiddenEntries() {
      do {
        try folder.move(name, to: other.folder, as: name)
        moved.append(name)
      } catch {
        for name in moved.reversed() {
          try WorkspaceError.explaining("\(other.shownPath)/\(name)", cannot: .rename) { () throws(Errno) in
            try other.folder.move(name, to: folder, as: name)
          }
        }
        throw WorkspaceError(error, "\(shownPath)/\(name)", cannot: .rename)
      }
    }
  }

  private static func isOwn(_ name: String) -> Bool {
    name == marker || name == Manifest.fileName
  }

  /// The files of a manifest and their folders, each in the order of the paths' bytes.
  private struct ListedPaths {
    let files: [String]
    let folders: [String]

    init(_ manifest: Manifest?) {
      files = manifest?.files.map(\.path) ?? []
      folders = SitePath.folders(of: files)
    }
  }

  /// - Parameter listed: what is Waymark's; nil for everything.
  /// - Returns: the paths of what is not.
  private borrowing func walk(
    _ folder: borrowing FileDescriptor, _ listed: ListedPaths?, prefix: String, depth: Int, isDeleting: Bool
  ) throws(WorkspaceError) -> [String] {
    let shown = prefix.isEmpty ? shownPath : "\(shownPath)/\(prefix.dropLast())"
    guard depth <= Self.depthLimit else {
      throw WorkspaceError(
        path: shown, message: "folders lie deeper here than in any site of Waymark's",
        help: "move what is yours out of \(shownPath), delete it, and build again")
    }
    let entries = try WorkspaceError.explaining(shown, cannot: .list) { () throws(Errno) in
      try folder.entries()
    }
    var unlisted: [String] = []
    for entry in entries where depth > 0 || !entry.isHidden {
      let path = prefix + entry.name
      if entry.kind == .folder {
        guard listed?.folders.holdsSorted(path) ?? true else {
          unlisted.append(path)
          continue
        }
        let inner = try WorkspaceError.explaining("\(shownPath)/\(path)", cannot: .list) { () throws(Errno) in
          try folder.folder(entry.name)
        }
        let remaining = try walk(inner, listed, prefix: "\(path)/", depth: depth + 1, isDeleting: isDeleting)
        unlisted += remaining
        guard isDeleting, remaining.isEmpty else { continue }
      } else if let listed, entry.kind != .file || !listed.files.holdsSorted(path) {
        unlisted.append(path)
        continue
      }
      guard isDeleting else { continue }
      try WorkspaceError.explaining("\(shownPath)/\(path)", cannot: .delete) { () throws(Errno) in
        if entry.kind == .folder {
          try folder.removeFolder(entry.name)
        } else {
          try folder.removeFile(entry.name)
        }
      }
    }
    return unlisted
  }
}
