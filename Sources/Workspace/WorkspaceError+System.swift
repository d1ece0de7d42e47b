import Glibc

extension WorkspaceError {
  /// What was to be done with a file or folder.
  enum Action: String {
    case open = "opened"
    case read = "read"
    case examine = "looked at"
    case list = "listed"
    case create = "created"
    case write = "written"
    case rename = "renamed"
    case delete = "deleted"
    case lock = "locked"
    case watch = "watched"
  }

  /// - Parameters:
  ///   - error: what the operating system reported.
  ///   - path: the path that it concerns, as the user would write it.
  ///   - action: what was to be done with it.
  init(_ error: Errno, _ path: String, cannot action: Action) {
    let (reason, help) = Self.explanation(of: error)
    self.init(path: path, message: "cannot be \(action.rawValue): \(reason)", help: help)
  }

  /// - Parameters:
  ///   - error: what the operating system reported.
  ///   - path: the path that the user named, on the command line.
  ///   - wanted: what it was to be: `file` or `folder`.
  init(_ error: Errno, named path: String, wanted: String) {
    switch error.code {
    case ENOENT:
      self.init(
        path: path, message: "there is no such \(wanted)",
        help: "see whether the name is right; it is looked for from the folder that you are in")
    case ENOTDIR, EISDIR, EINVAL:
      self.init(path: path, message: "it is not a \(wanted)", help: "name a \(wanted)")
    default: self.init(error, path, cannot: .open)
    }
  }

  /// Says what was to be done where a system call of `body` fails.
  ///
  /// - Parameters:
  ///   - path: the path that it concerns, as the user would write it.
  ///   - action: what was to be done with it.
  static func explaining<Value: ~Copyable>(
    _ path: @autoclosure () -> String, cannot action: Action, _ body: () throws(Errno) -> Value
  ) throws(WorkspaceError) -> Value {
    do {
      return try body()
    } catch {
      throw WorkspaceError(error, path(), cannot: action)
    }
  }

  private static func explanation(of error: Errno) -> (reason: String, help: String) {
    switch error.code {
    case EACCES:
      (
        "permission is denied",
        "change its permissions or owner (chmod, chown), or those of the folder it is in"
      )
    case EPERM:
      (
        "the operation is not permitted",
        "see whether it is immutable (lsattr) or belongs to somebody else, or choose another folder"
      )
    case EROFS:
      ("the file system is read-only", "choose a folder on a file system that can be written to")
    case ENOSPC:
      (
        "the disk is full",
        "make room: df -h tells how many bytes are left, df -i how many files; then run again"
      )
    case EDQUOT:
      ("the disk quota is used up", "make room or have the quota raised (see quota), then run again")
    case EMFILE, ENFILE:
      ("too many files are open", "raise the limit (ulimit -n), or use fewer tasks (--jobs)")
    case ENOMEM:
      ("memory is used up", "close other programs, or use fewer tasks (--jobs)")
    case EXDEV:
      (
        "the file system cannot move it as a whole",
        "overlay file systems, which containers use, cannot rename a folder of their image: delete it first"
      )
    case EBUSY:
      ("it is in use, perhaps as a mount point", "unmount it, or choose a folder inside it")
    case ENAMETOOLONG:
      ("the path is too long", "shorten the names of files and folders")
    case ENOENT:
      ("it is not there", "see whether it was moved or deleted meanwhile, then run again")
    case EEXIST, ENOTEMPTY:
      ("something of that name is already there", "see what it is, move it away, then run again")
    case ELOOP, ENOTDIR:
      (
        "it, or a folder it is in, is a symbolic link or not a folder",
        "see whether it was replaced meanwhile, then run again"
      )
    case EISDIR, EINVAL:
      ("it is not a regular file", "see what it is, move it away, then run again")
    case EFBIG:
      ("the file would be too large", "see the limits of the process (ulimit -f) and of the file system")
    case EIO, ESTALE:
      ("the disk reports an error", "see what the system says of the disk (dmesg), then run again")
    case EOPNOTSUPP, ENOSYS, ENOLCK:
      ("the file system is not able to do that", "choose a folder on another file system")
    default:
      (
        "the system reports “\(String(cString: strerror(error.code)))” (error \(error.code))",
        "see what the system says of the disk (dmesg), then run again"
      )
    }
  }
}
