import Glibc

extension FileDescriptor {
  /// Opens a folder, and makes it and the folders that it lies in where they are missing.
  ///
  /// - Parameters:
  ///   - path: absolute; symbolic links in it are followed.
  ///   - permissions: of the folders that are made, less what the process's mask takes away.
  init(makingFolder path: String, permissions: mode_t = 0o755) throws(Errno) {
    // What is there is looked at when it is opened; a folder that cannot be written to may be there too.
    var refusal: Errno?
    do throws(Errno) {
      for folder in SitePath.folders(above: path + "/") where !folder.isEmpty {
        do throws(Errno) {
          _ = try Errno.check { mkdir(folder, permissions) }
        } catch {
          switch error.code {
          case EEXIST: break
          case EACCES, EROFS: refusal = error
          default: throw error
          }
        }
      }
      try self.init(folder: path)
    } catch {
      throw error.code == ENOENT ? refusal ?? error : error
    }
  }

  /// Makes a folder with files in it, whole or not at all: it is filled under a hidden name first.
  ///
  /// - Parameters:
  ///   - name: the folder's name in this one; fails with `EEXIST` where it is taken.
  ///   - files: its files, by their paths in it.
  borrowing func makeFolder(_ name: String, with files: [(path: String, bytes: [UInt8])]) throws(Errno) {
    let draft = ".\(name).new-\(getpid())"
    try makeFolder(draft)
    do {
      let folder = try folder(draft)
      for (path, bytes) in files {
        try folder.makeFolders(above: path, permissions: nil)
        let file = try folder.newFile(path)
        try file.write(bytes)
        try file.close()
      }
      try move(draft, to: self, as: name)
    } catch {
      try removeDraft(draft, files.map(\.path))
      throw error
    }
  }

  private borrowing func removeDraft(_ draft: String, _ files: [String]) throws(Errno) {
    let folder = try folder(draft)
    for file in files where try folder.status(of: file) != nil { try folder.removeFile(file) }
    for path in SitePath.folders(of: files).reversed() where try folder.status(of: path) != nil {
      try folder.removeFolder(path)
    }
    try removeFolder(draft)
  }
}
