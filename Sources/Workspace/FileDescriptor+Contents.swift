import Glibc

extension FileDescriptor {
  /// Reads on from where the last read ended, until the file ends or enough is read.
  ///
  /// - Parameter limit: how many bytes are enough, at least 1.
  /// - Returns: the bytes; fewer than `limit` only at the end of the file.
  borrowing func read(atMost limit: Int) throws(Errno) -> [UInt8] {
    let number = self.number
    var failure: Errno?
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      while count < limit {
        let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
        do throws(Errno) {
          let read = try Errno.check { Glibc.read(number, rest.baseAddress, rest.count) }
          if read == 0 { return }
          count += read
        } catch {
          failure = error
          return
        }
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Writes bytes after those that are there.
  borrowing func write(_ bytes: [UInt8]) throws(Errno) {
    try bytes.withUnsafeBufferPointer { (buffer) throws(Errno) in
      var rest = UnsafeRawBufferPointer(buffer)[...]
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest)
        rest = rest.dropFirst(try Errno.check { Glibc.write(number, part.baseAddress, part.count) })
      }
    }
  }

  /// Whether the file holds these bytes and no others.
  borrowing func holds(_ bytes: [UInt8]) throws(Errno) -> Bool {
    guard try status().size == bytes.count else { return false }
    return try read(atMost: bytes.count + 1).isSame(as: bytes)
  }
}

extension [UInt8] {
  /// Whether both hold the same bytes, compared as `memcmp` does it.
  func isSame(as other: [UInt8]) -> Bool {
    guard count == other.count else { return false }
    return withUnsafeBytes { left in
      other.withUnsafeBytes { right in
        guard let left = left.baseAddress, let right = right.baseAddress else { return true }
        return memcmp(left, right, count) == 0
      }
    }
  }
}
