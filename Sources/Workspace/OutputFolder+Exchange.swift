import CLinux
import Glibc

extension OutputFolder {
  /// Puts the new site in the place of the old one, which may be missing.
  ///
  /// - Returns: the name under which the old site now lies; nil where there was none.
  /// - Throws: an error with a remedy; the old site is then in its place.
  borrowing func exchange() throws(WorkspaceError) -> String? {
    guard let site = try site() else {
      try rename(stagingName, to: name)
      return nil
    }
    do {
      try exchangeInOneStep()
      return stagingName
    } catch {
      switch error.code {
      // What renameat2(2) says of a file system, or kernel, that cannot exchange.
      case EINVAL, ENOSYS, EOPNOTSUPP:
        try exchangeInTwoSteps()
        return retiredName
      // An overlay file system cannot rename a folder that comes from below, such as a container's image.
      case EXDEV:
        let tree = SiteTree(folder: site, shownPath: shownPath)
        guard try tree.manifest() == nil else { throw WorkspaceError(error, shownPath, cannot: .rename) }
        try replaceFolder(tree)
        return nil
      default: throw WorkspaceError(error, shownPath, cannot: .rename)
      }
    }
  }

  /// Puts the new site in the place of a folder that holds nothing but hidden entries, without renaming
  /// that folder. A build that is killed in between leaves what ``recover()`` brings to an end.
  private borrowing func replaceFolder(_ tree: borrowing SiteTree) throws(WorkspaceError) {
    let shown = shown(beside: stagingName)
    guard let folder = try folder(stagingName, shown: shown) else { throw changedMeanwhile() }
    let staging = SiteTree(folder: folder, shownPath: shown)
    try tree.moveHiddenEntries(to: staging)
    do {
      try parent.removeFolder(name)
    } catch {
      try staging.moveHiddenEntries(to: tree)
      throw WorkspaceError(error, shownPath, cannot: .delete)
    }
    try rename(stagingName, to: name)
  }

  /// Puts the old site back.
  ///
  /// - Parameter oldName: the name under which it lies, as ``exchange()`` returned it.
  borrowing func undoExchange(_ oldName: String) throws(WorkspaceError) {
    if oldName == stagingName {
      do {
        try exchangeInOneStep()
      } catch {
        throw WorkspaceError(error, shownPath, cannot: .rename)
      }
    } else {
      try rename(name, to: stagingName)
      try rename(oldName, to: name)
    }
  }

  /// Exchanges the two sites at once: at every moment one of them is whole in its place.
  borrowing func exchangeInOneStep() throws(Errno) {
    let number = parent.number
    _ = try Errno.check { renameat2(number, stagingName, number, name, waymark_rename_exchange) }
  }

  /// Exchanges the two sites with a moment between at which there is none; ``recover()`` ends it.
  borrowing func exchangeInTwoSteps() throws(WorkspaceError) {
    try rename(name, to: retiredName)
    do {
      try rename(stagingName, to: name)
    } catch {
      try rename(retiredName, to: name)
      throw error
    }
  }

  /// Gives a folder beside the site another name that is not taken.
  borrowing func rename(_ old: String, to new: String) throws(WorkspaceError) {
    do {
      try parent.move(old, to: parent, as: new)
    } catch {
      throw WorkspaceError(error, shown(beside: old), cannot: .rename)
    }
  }
}
