import FlyingSocks
import Glibc

/// What inotify(7) tells of a folder or of something in it.
struct FileEvent {
  /// The folder's watch.
  let watch: CInt
  /// The name of what is in it; nil where the folder itself is meant. Bytes that are not UTF-8 show as
  /// U+FFFD.
  let name: String?
  /// Whether `name` is the name byte for byte.
  let isNameValid: Bool
  private let mask: UInt32

  /// Whether a flag of inotify(7) is set.
  func has<Flag: BinaryInteger>(_ flag: Flag) -> Bool { mask & UInt32(truncatingIfNeeded: flag) != 0 }

  /// - Parameter bytes: begins with the event; it and all after it are cut off.
  init?(popping bytes: inout ArraySlice<UInt8>) {
    let size = MemoryLayout<inotify_event>.size
    guard bytes.count >= size else { return nil }
    let header = bytes.withUnsafeBytes { $0.loadUnaligned(as: inotify_event.self) }
    let padded = bytes.dropFirst(size).prefix(Int(header.len))
    bytes = bytes.dropFirst(size + padded.count)
    watch = header.wd
    mask = header.mask
    let name = padded.prefix { $0 != 0 }
    let valid = String(validating: name, as: UTF8.self)
    isNameValid = valid != nil
    self.name = name.isEmpty ? nil : valid ?? String(decoding: name, as: UTF8.self)
  }
}

extension FileDescriptor {
  /// A queue of what happens in folders, which does not wait when there is nothing to read.
  static func fileEvents() throws(Errno) -> FileDescriptor {
    let flags = CInt(IN_NONBLOCK | IN_CLOEXEC)
    return FileDescriptor(owning: try Errno.check { inotify_init1(flags) })
  }

  /// The queue as something that can be waited for.
  var asSocket: Socket { Socket(file: Socket.FileDescriptor(rawValue: number)) }

  /// Lets the queue tell what happens in a folder.
  ///
  /// - Parameters:
  ///   - path: the folder, absolute.
  ///   - mask: what to tell, as inotify(7) lists it.
  /// - Returns: the watch, the same for the same folder.
  borrowing func watch(_ path: String, _ mask: UInt32) throws(Errno) -> CInt {
    let number = number
    return try Errno.check { inotify_add_watch(number, path, mask) }
  }

  /// Lets the queue tell no more of a folder; does nothing where the folder is gone.
  borrowing func stopWatching(_ watch: CInt) {
    _ = inotify_rm_watch(number, watch)
  }

  /// Takes what the queue holds, at most some thousand events.
  borrowing func readFileEvents() throws(Errno) -> [FileEvent] {
    var bytes: ArraySlice<UInt8>
    do {
      let number = number
      var buffer = [UInt8](repeating: 0, count: 1 << 17)
      let count = try Errno.check { Glibc.read(number, &buffer, buffer.count) }
      bytes = buffer[..<count]
    } catch {
      guard error.code == EAGAIN else { throw error }
      return []
    }
    var events: [FileEvent] = []
    while let event = FileEvent(popping: &bytes) { events.append(event) }
    return events
  }
}
