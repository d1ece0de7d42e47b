import Glibc

/// Tells whether somebody changed a file: what the file system says of it, its content left out.
struct FileStamp: Equatable {
  private let identity: FileIdentity
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  init(_ status: FileStatus) {
    identity = status.identity
    size = status.size
    seconds = status.times.written.tv_sec
    nanoseconds = status.times.written.tv_nsec
  }
}
