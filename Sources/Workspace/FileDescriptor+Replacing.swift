import Glibc

extension FileDescriptor {
  /// Puts other bytes in the place of a file's, in one step: whoever reads it finds the old content or the
  /// new, whole. Its permissions and its owner stay.
  ///
  /// - Parameter name: a regular file of this folder, or a name that is free.
  borrowing func replaceFile(_ name: String, with bytes: [UInt8]) throws(Errno) {
    let status = try status(of: name)
    // A rename would go round the permissions of the file.
    if status != nil { try requireWritable(name) }
    let draft = ".\(name).new-\(getpid())"
    do {
      let file = try newFile(draft)
      if let status { try file.take(permissionsAndOwnerOf: status) }
      try file.write(bytes)
      let number = file.number
      _ = try Errno.check { fsync(number) }
      try file.close()
      let folder = self.number
      _ = try Errno.check { renameat(folder, draft, folder, name) }
    } catch {
      if try self.status(of: draft) != nil { try removeFile(draft) }
      throw error
    }
  }

  private borrowing func take(permissionsAndOwnerOf status: FileStatus) throws(Errno) {
    let number = self.number
    if try self.status().owner != status.owner {
      _ = try Errno.check { fchown(number, status.owner.user, status.owner.group) }
    }
    _ = try Errno.check { fchmod(number, status.permissions) }
  }
}
