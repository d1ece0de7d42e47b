import Courses

/// The hash of a file of a site, computed as the file streams by.
///
/// It is the ``StableHash`` of the content; of a file of more than one block it is the hash of its
/// blocks' hashes, each as 16 hexadecimal digits, in order.
struct ContentHash {
  /// The size of a block in bytes.
  static let blockSize = 1 << 20

  private var blocks: [StableHash] = []

  init() {}

  /// - Parameter bytes: the whole content.
  init(of bytes: [UInt8]) {
    guard bytes.count > Self.blockSize else {
      blocks = [StableHash(of: bytes)]
      return
    }
    for start in stride(from: 0, to: bytes.count, by: Self.blockSize) {
      append([UInt8](bytes[start..<min(start + Self.blockSize, bytes.count)]))
    }
  }

  /// Takes the next block in.
  ///
  /// - Parameter block: ``blockSize`` bytes; fewer only at the end of the file.
  mutating func append(_ block: [UInt8]) {
    blocks.append(StableHash(of: block))
  }

  /// The hash as 16 hexadecimal digits.
  var hexadecimal: String {
    switch blocks.count {
    case 0: StableHash(of: "").hexadecimal
    case 1: blocks[0].hexadecimal
    default: StableHash(of: blocks.map(\.hexadecimal).joined()).hexadecimal
    }
  }
}
