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
  borrowing func clear(_ name: String) throws(WorkspaceError) {
    let shown = shown(beside: name)
    guard let folder = try folder(name, shown: shown) else { return }
    let tree = SiteTree(folder: folder, shownPath: shown)
    if try tree.isUnfinished() {
      try tree.deleteContents()
    } else {
      _ = try moveHiddenEntries(from: tree)
      let remaining = try tree.deleteListed(in: tree.manifest())
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
  ///
  /// - Returns: their names. Where one cannot be moved, those moved before are moved back.
  borrowing func moveHiddenEntries(from tree: borrowing SiteTree) throws(WorkspaceError) -> [String] {
    let names = try tree.hiddenEntries()
    if names.isEmpty { return [] }
    guard let site = try site() else { throw changedMeanwhile() }
    var moved: [String] = []
    for name in names {
      do {
        try tree.folder.move(name, to: site, as: name)
        moved.append(name)
      } catch {
        for name in moved.reversed() {
          do {
            try site.move(name, to: tree.folder, as: name)
          } catch {
            throw WorkspaceError(error, "\(shownPath)/\(name)", cannot: .rename)
          }
        }
        throw WorkspaceError(error, "\(tree.shownPath)/\(name)", cannot: .rename)
      }
    }
    return moved
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
