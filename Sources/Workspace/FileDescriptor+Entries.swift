import CLinux
import Glibc

/// What a folder holds under one name.
struct FolderEntry {
  /// The name; bytes that are not UTF-8 show as U+FFFD.
  let name: String
  /// Whether `name` is the name byte for byte.
  let isValid: Bool
  let kind: FileStatus.Kind

  /// Whether it is hidden: its name begins with a dot.
  var isHidden: Bool { name.utf8.first == UInt8(ascii: ".") }
}

extension FileDescriptor {
  /// What this folder holds, but for itself and its parent, in the order of the names' bytes.
  borrowing func entries() throws(Errno) -> [FolderEntry] {
    let copy = try Errno.check { openat(number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard let stream = fdopendir(copy) else {
      let code = errno
      _ = Glibc.close(copy)
      throw Errno(code)
    }
    defer { closedir(stream) }

    var entries: [FolderEntry] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw Errno(errno) }
        break
      }
      guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { continue }
      let start = UnsafeRawPointer(entry).advanced(by: offset)
      let bytes = UnsafeRawBufferPointer(
        start: start, count: strlen(start.assumingMemoryBound(to: CChar.self)))
      let valid = String(validating: bytes, as: UTF8.self)
      let name = valid ?? String(decoding: bytes, as: UTF8.self)
      if name == "." || name == ".." { continue }
      var kind: FileStatus.Kind
      switch Int(entry.pointee.d_type) {
      case Int(DT_REG): kind = .file
      case Int(DT_DIR): kind = .folder
      case Int(DT_LNK): kind = .link
      case Int(DT_UNKNOWN): kind = try status(of: name)?.kind ?? .other
      default: kind = .other
      }
      entries.append(FolderEntry(name: name, isValid: valid != nil, kind: kind))
    }
    return entries.sorted { $0.name.precedes($1.name) }
  }
}

extension FileDescriptor {
  /// Makes the folders that a path goes through, where they are missing.
  ///
  /// - Parameters:
  ///   - path: of a file, relative to this folder.
  ///   - permissions: set whatever the process's mask says; nil leaves that to the mask.
  borrowing func makeFolders(above path: String, permissions: mode_t?) throws(Errno) {
    for folder in SitePath.folders(above: path) {
      do {
        _ = try Errno.check { mkdirat(number, folder, 0o755) }
        if let permissions { _ = try Errno.check { fchmodat(number, folder, permissions, 0) } }
      } catch {
        if error.code != EEXIST { throw error }
      }
    }
  }

  /// Makes an empty folder; fails with `EEXIST` where the name is taken.
  borrowing func makeFolder(_ name: String) throws(Errno) {
    _ = try Errno.check { mkdirat(number, name, 0o755) }
  }

  /// Gives an entry another name in this or another folder; fails with `EEXIST` where that is taken.
  borrowing func move(
    _ name: String, to folder: borrowing FileDescriptor, as newName: String
  ) throws(Errno) {
    let (from, to) = (number, folder.number)
    do {
      _ = try Errno.check { renameat2(from, name, to, newName, waymark_rename_noreplace) }
    } catch {
      guard error.code == EINVAL || error.code == ENOSYS else { throw error }
      guard try folder.status(of: newName) == nil else { throw Errno(EEXIST) }
      _ = try Errno.check { renameat(from, name, to, newName) }
    }
  }

  /// Gives a file a second name, the same path in another folder, in folders that nobody else changes.
  borrowing func link(_ path: String, to folder: borrowing FileDescriptor) throws(Errno) {
    let (from, to) = (number, folder.number)
    _ = try Errno.check { linkat(from, path, to, path, 0) }
  }

  /// Deletes a file or a symbolic link.
  borrowing func removeFile(_ name: String) throws(Errno) {
    _ = try Errno.check { unlinkat(number, name, 0) }
  }

  /// Deletes an empty folder.
  borrowing func removeFolder(_ name: String) throws(Errno) {
    _ = try Errno.check { unlinkat(number, name, AT_REMOVEDIR) }
  }
}

extension String {
  /// Whether it comes before another text in the order of their UTF-8 bytes.
  func precedes(_ other: String) -> Bool {
    let order = utf8.withContiguousStorageIfAvailable { left in
      other.utf8.withContiguousStorageIfAvailable { right in
        guard let leftStart = left.baseAddress, let rightStart = right.baseAddress else {
          return left.count < right.count
        }
        let order = memcmp(leftStart, rightStart, min(left.count, right.count))
        return order < 0 || order == 0 && left.count < right.count
      }
    }
    return (order ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
  }

  /// Whether it is another text byte for byte, where `==` ignores how accents are encoded.
  func isSame(as other: String) -> Bool {
    utf8.elementsEqual(other.utf8)
  }
}
