import Glibc

/// The right of one build to write into an output folder, given back when the value goes away.
///
/// It is an advisory lock (flock(2)) on a file beside the site. The system frees it when the process
/// ends in whatever way; the empty file that a killed build leaves is used again.
struct OutputLock: ~Copyable, Sendable {
  private let file: FileDescriptor
  private let folder: FileDescriptor
  private let name: String

  /// - Throws: an error with a remedy where another build has the lock.
  init(of output: borrowing OutputFolder) throws(WorkspaceError) {
    do {
      let folder = try output.parent.folder(".")
      let file = try Self.lockedFile(output.lockName, in: folder)
      self.init(file: file, folder: folder, name: output.lockName)
    } catch {
      guard error.code == EWOULDBLOCK else {
        throw WorkspaceError(error, output.shown(beside: output.lockName), cannot: .lock)
      }
      throw WorkspaceError(
        path: output.shownPath, message: "another build is writing into this folder",
        help: "wait until it has ended, or choose another folder with --output")
    }
  }

  private init(file: consuming FileDescriptor, folder: consuming FileDescriptor, name: String) {
    self.file = file
    self.folder = folder
    self.name = name
  }

  private static func lockedFile(
    _ name: String, in folder: borrowing FileDescriptor
  ) throws(Errno) -> FileDescriptor {
    while true {
      let file = try folder.lockFile(name)
      let number = file.number
      _ = try Errno.check { flock(number, LOCK_EX | LOCK_NB) }
      // The build before may have deleted the file between the two calls; the lock is then on a file
      // that no later build would find.
      if try folder.status(of: name)?.identity == file.status().identity { return file }
    }
  }

  deinit { release() }

  /// Gives the right back. Calling it again does nothing.
  borrowing func release() {
    do {
      if try folder.status(of: name) == file.status() { try folder.removeFile(name) }
    } catch {
      // The file stays, empty and unlocked; the next build uses it.
    }
    _ = flock(file.number, LOCK_UN)
  }
}
