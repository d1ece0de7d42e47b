extension OutputFolder {
  /// Brings to an end what a build that was killed began, so that the site is whole, has its hidden
  /// entries, and nothing of that build lies beside it.
  ///
  /// - Throws: an error with a remedy where something beside the site is not Waymark's, or the machine
  ///   refuses.
  borrowing func recover() throws(WorkspaceError) {
    if try site() == nil {
      // Killed between the two renames of an exchange; the new site is whole, or the old one is.
      for name in [stagingName, retiredName] {
        if try isSite(name) {
          try rename(name, to: self.name)
          break
        }
      }
    }
    for name in [stagingName, retiredName] { try clear(name) }
  }

  /// Deletes a folder beside the site once nothing in it is anybody else's.
  ///
  /// The hidden entries of an old site's root are moved into the site first.
  ///
  /// - Parameters:
  ///   - name: the folder's name; there need not be one.
  ///   - known: the folder's manifest, where it has been read already.
  borrowing func clear(_ name: String, known: Manifest? = nil) throws(WorkspaceError) {
    let shown = shown(beside: name)
    guard let folder = try folder(name, shown: shown) else { return }
    let tree = SiteTree(folder: folder, shownPath: shown)
    if try tree.isUnfinished() {
      try tree.deleteContents()
    } else {
      try moveHiddenEntries(from: tree)
      let manifest = if let known { known } else { try tree.manifest() }
      let remaining = try tree.deleteListed(in: manifest)
      if let first = remaining.first {
        throw WorkspaceError(
          path: "\(shown)/\(first)", message: "Waymark did not write this, and so does not delete it",
          help: "move it away; what belongs to the site belongs in Content/static/")
      }
    }
    if let first = try tree.hiddenEntries().first {
      throw WorkspaceError(
        path: "\(shown)/\(first)", message: "Waymark did not write this, and so does not delete it",
        help: "move it away, then run again")
    }
    try tree.deleteManifest()
    do {
      try parent.removeFolder(name)
    } catch {
      throw WorkspaceError(error, shown, cannot: .delete)
    }
  }

  /// Moves the hidden entries of an old site's root into the site.
  borrowing func moveHiddenEntries(from tree: borrowing SiteTree) throws(WorkspaceError) {
    guard try !tree.hiddenEntries().isEmpty else { return }
    guard let folder = try site() else { throw changedMeanwhile() }
    try tree.moveHiddenEntries(to: SiteTree(folder: folder, shownPath: shownPath))
  }

  /// Says that somebody else moved, deleted or replaced the site while a build ran.
  borrowing func changedMeanwhile() -> WorkspaceError {
    WorkspaceError(
      path: shownPath, message: "the folder was changed while the site was being built",
      help: "leave it alone during a build, and run again")
  }

  /// Whether a folder beside the site holds a whole site, or the hidden entries of one.
  private borrowing func isSite(_ name: String) throws(WorkspaceError) -> Bool {
    let shown = shown(beside: name)
    guard let folder = try folder(name, shown: shown) else { return false }
    let tree = SiteTree(folder: folder, shownPath: shown)
    if try tree.isUnfinished() { return false }
    if try !tree.hiddenEntries().isEmpty { return true }
    do {
      return try tree.folder.status(of: Manifest.fileName) != nil
    } catch {
      throw WorkspaceError(error, shown, cannot: .examine)
    }
  }
}
