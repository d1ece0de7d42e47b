import Diagnostics
import Glibc
import Synchronization

/// Writes a site into a folder so that at every moment the old site or the new one is there, whole.
///
/// The new site is written beside the old one and takes its place in ``finish(_:pages:)``. Files that
/// have not changed are not written at all but taken over from the old site with their times. Whatever
/// happens before that, a kill included, leaves the old site as it was; the next publisher clears what
/// is left. Nothing that Waymark did not write is ever deleted.
///
/// ``write(_:to:)`` and ``copy(_:of:to:)`` may be called from several tasks at once. Whoever makes a
/// publisher ends it with ``finish(_:pages:)`` or ``abandon()``.
package final class Publisher: Sendable {
  let output: OutputFolder
  /// The site that is there; nil where there is none.
  let oldSite: FileDescriptor?
  /// Its manifest; nil where it has none.
  package let oldManifest: Manifest?
  /// When it was complete; nil where there is none, or nobody can tell what happened since.
  let oldSiteCompletion: SiteCompletion?
  let staging: FileDescriptor
  /// Whether the process's mask (umask(2)) would give files other permissions than 644 and 755.
  let setsPermissions: Bool
  private let lock: OutputLock
  private let isOpen = Atomic<Bool>(true)

  /// Takes hold of an output folder, ends what a killed build began there, and checks whose it is.
  ///
  /// - Parameters:
  ///   - path: the folder, absolute or relative to the project; a symbolic link is followed. It need not
  ///     exist, the folder that it lies in must.
  ///   - project: the project.
  /// - Throws: an error with a remedy where another build is writing there; where the folder is neither
  ///   empty (hidden entries aside) nor a site of Waymark's; where such a site holds something that its
  ///   manifest does not list; where it is a mount point; or where the machine refuses.
  package init(output path: String, of project: ProjectFolder) throws(WorkspaceError) {
    let output = try OutputFolder(path, of: project)
    try output.requireNoMount()
    let lock = try OutputLock(of: output)
    try output.recover()

    var manifest: Manifest?
    if let folder = try output.site() {
      let tree = SiteTree(folder: folder, shownPath: output.shownPath)
      manifest = try tree.manifest()
      if let first = try tree.unlisted(in: manifest).first {
        throw Self.foreign(first, isOwned: manifest != nil, in: output)
      }
    }
    oldManifest = manifest
    oldSite = try output.site()

    let marker: FileStatus
    do {
      try output.parent.makeFolder(output.stagingName)
      staging = try output.parent.folder(output.stagingName)
      marker = try staging.newFile(SiteTree.marker).status()
    } catch {
      throw WorkspaceError(error, output.shown(beside: output.stagingName), cannot: .create)
    }
    setsPermissions = marker.permissions != 0o644
    oldSiteCompletion =
      if let manifest { oldSite?.completion(of: manifest, now: marker.changed) } else { nil }
    self.output = output
    self.lock = lock
  }

  /// Gives the folder back without having changed it.
  package func abandon() {
    end()
  }

  /// Marks the publisher as ended, deletes what it wrote and did not publish, and lets others publish.
  func end() {
    guard isOpen.exchange(false, ordering: .relaxed) else { return }
    do {
      try output.clear(output.stagingName)
    } catch {
      // The fault to tell of is the one that led here; the next publisher clears what is left.
    }
    lock.release()
  }

  func requireOpen() {
    precondition(isOpen.load(ordering: .relaxed), "A publisher is not used after it has ended")
  }

  private static func foreign(
    _ path: String, isOwned: Bool, in output: borrowing OutputFolder
  ) -> WorkspaceError {
    guard isOwned else {
      return WorkspaceError(
        path: output.shownPath,
        message: "the folder is not empty and was not written by Waymark: it holds “\(path.harmless)”",
        help: "choose an empty or new folder with --output")
    }
    return WorkspaceError(
      path: "\(output.shownPath)/\(path.harmless)", message: "Waymark did not write this",
      help: "move it to \(ContentFolder.name)/\(ContentListing.staticFolder)/, from where it is published")
  }
}

/// A file of the new site.
package struct PublishedFile: Hashable, Sendable {
  /// What the manifest says of it.
  package let file: Manifest.File
  /// Whether the old site has it byte for byte.
  package let isUnchanged: Bool
}
