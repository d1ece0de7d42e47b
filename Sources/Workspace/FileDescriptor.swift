import Glibc

/// An open file or folder, closed when the value goes away.
///
/// Names that are opened through it are looked up in the folder that it stands for, wherever that
/// folder has been moved to, and a symbolic link is never followed.
struct FileDescriptor: ~Copyable, Sendable {
  let number: CInt

  private init(_ number: CInt) { self.number = number }

  /// - Parameter number: an open descriptor that nobody else closes.
  init(owning number: CInt) { self.init(number) }

  deinit { _ = Glibc.close(number) }

  /// Opens a folder; symbolic links in the path are followed.
  ///
  /// - Parameter path: absolute, or relative to the working folder.
  init(folder path: String) throws(Errno) {
    self.init(try Errno.check { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) })
  }

  /// Opens a file by a path that the user names; symbolic links are followed.
  ///
  /// - Parameter path: absolute, or relative to the working folder.
  init(file path: String) throws(Errno) {
    self.init(try Errno.check { open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY) })
  }

  /// Standard input as a descriptor of its own.
  static func standardInput() throws(Errno) -> FileDescriptor {
    FileDescriptor(try Errno.check { fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0) })
  }

  /// Closes it and reports what had been put off, such as a quota that is used up.
  consuming func close() throws(Errno) {
    let number = self.number
    discard self
    // After EINTR the number is free already (close(2)), so the call must not be made again.
    if Glibc.close(number) != 0, errno != EINTR { throw Errno(errno) }
  }

  /// Opens a folder.
  ///
  /// - Parameter path: relative to this folder; no part of it may be a symbolic link.
  borrowing func folder(_ path: String) throws(Errno) -> FileDescriptor {
    try opened(path, O_RDONLY | O_DIRECTORY)
  }

  /// Opens a regular file for reading; anything else is refused with `EINVAL`.
  ///
  /// - Parameter path: relative to this folder; no part of it may be a symbolic link.
  borrowing func file(_ path: String) throws(Errno) -> FileDescriptor {
    // O_NONBLOCK: opening a pipe must not wait for somebody to write into it.
    let file = try opened(path, O_RDONLY | O_NONBLOCK | O_NOCTTY)
    guard try file.status().kind == .file else { throw Errno(EINVAL) }
    return file
  }

  /// Makes a file and opens it for writing; fails with `EEXIST` where there is one already.
  ///
  /// - Parameter path: relative to this folder, in folders that nobody else changes.
  borrowing func newFile(_ path: String) throws(Errno) -> FileDescriptor {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    return FileDescriptor(try Errno.check { openat(number, path, flags, 0o644) })
  }

  /// Opens a file of this folder for writing after emptying it.
  borrowing func emptiedFile(_ name: String) throws(Errno) -> FileDescriptor {
    let flags = O_WRONLY | O_TRUNC | O_NOFOLLOW | O_CLOEXEC
    return FileDescriptor(try Errno.check { openat(number, name, flags) })
  }

  /// Fails with `EACCES` where a file of this folder must not be written.
  borrowing func requireWritable(_ name: String) throws(Errno) {
    _ = try openedEntry(name, O_WRONLY | O_NONBLOCK | O_NOCTTY)
  }

  /// Opens a file for locking, and makes it where there is none.
  ///
  /// - Parameter name: the name of an entry of this folder.
  borrowing func lockFile(_ name: String) throws(Errno) -> FileDescriptor {
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    return FileDescriptor(try Errno.check { openat(number, name, flags, 0o644) })
  }

  private borrowing func opened(_ path: String, _ flags: CInt) throws(Errno) -> FileDescriptor {
    let slash = UInt8(ascii: "/")
    guard let end = path.utf8.firstIndex(of: slash) else {
      return try openedEntry(path.isEmpty ? "." : path, flags)
    }
    var folder = try openedEntry(String(path[..<end]), O_RDONLY | O_DIRECTORY)
    var rest = path[path.utf8.index(after: end)...]
    while let end = rest.utf8.firstIndex(of: slash) {
      folder = try folder.openedEntry(String(rest[..<end]), O_RDONLY | O_DIRECTORY)
      rest = rest[rest.utf8.index(after: end)...]
    }
    return try folder.openedEntry(String(rest), flags)
  }

  private borrowing func openedEntry(_ name: String, _ flags: CInt) throws(Errno) -> FileDescriptor {
    FileDescriptor(try Errno.check { openat(number, name, flags | O_NOFOLLOW | O_CLOEXEC) })
  }
}

/// What the file system says of a file or folder.
struct FileStatus: Equatable {
  enum Kind: Equatable { case file, folder, link, other }

  let kind: Kind
  /// In bytes.
  let size: Int
  /// The nine permission bits.
  let permissions: mode_t
  /// Whom it belongs to.
  let owner: FileOwner
  /// The file system that it lies on and its number there: what makes it this file and no other.
  let identity: FileIdentity
  /// When it was last read and last written.
  let times: (read: timespec, written: timespec)
  /// When it was last written, linked, moved or given other permissions. Programs cannot set this time.
  let changed: FileTime

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    size = Int(status.st_size)
    permissions = status.st_mode & 0o777
    owner = FileOwner(user: status.st_uid, group: status.st_gid)
    identity = FileIdentity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
    times = (status.st_atim, status.st_mtim)
    changed = FileTime(status.st_ctim)
  }

  static func == (left: FileStatus, right: FileStatus) -> Bool {
    left.kind == right.kind && left.size == right.size && left.identity == right.identity
  }
}

/// A time of the file system's clock.
struct FileTime: Comparable {
  private let seconds: Int
  private let nanoseconds: Int

  init(_ time: timespec) {
    seconds = time.tv_sec
    nanoseconds = time.tv_nsec
  }

  static func < (left: FileTime, right: FileTime) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }
}

/// The user and the group that a file or folder belongs to.
struct FileOwner: Hashable {
  let user: uid_t
  let group: gid_t
}

/// Tells one file or folder from every other, whatever its name.
struct FileIdentity: Hashable {
  let device: UInt64
  let number: UInt64
}

extension FileDescriptor {
  /// What this is.
  borrowing func status() throws(Errno) -> FileStatus {
    var status = stat()
    _ = try Errno.check { fstat(number, &status) }
    return FileStatus(status)
  }

  /// What an entry of this folder is, a symbolic link not followed; nil where there is none.
  borrowing func status(of name: String) throws(Errno) -> FileStatus? {
    var status = stat()
    do {
      _ = try Errno.check { fstatat(number, name, &status, AT_SYMLINK_NOFOLLOW) }
    } catch {
      if error.code == ENOENT { return nil }
      throw error
    }
    return FileStatus(status)
  }

  /// What a symbolic link of this folder says; at most 4,095 bytes of it.
  ///
  /// - Returns: nil where the target is not valid UTF-8.
  borrowing func target(ofLink path: String) throws(Errno) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let number = self.number
    let count = try Errno.check { readlinkat(number, path, &buffer, buffer.count) }
    return String(validating: buffer[..<count].lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
