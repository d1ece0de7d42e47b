/// The files of a site in memory, brought up to date with no more work than what is different asks for.
struct PreviewFiles {
  /// What they hold, by their paths.
  private(set) var bytes: [String: [UInt8]] = [:]
  /// How many files the last update added, changed or removed.
  private(set) var differences = 0
  /// What they were made from.
  private var parts: [[MemoryFile]] = []

  /// Puts files in the place of those that were there.
  ///
  /// - Parameter parts: the files of each lesson in the order of the track, then those that belong to none.
  ///   Of two files at one path, which is an error of the course, the first is kept.
  mutating func update(_ parts: [[MemoryFile]]) {
    let before = (bytes: bytes, parts: self.parts)
    self.parts = parts
    guard parts.count == before.parts.count, bytes.count == Self.count(before.parts) else {
      return replaceAll(of: before.bytes)
    }
    let different = parts.indices.filter { parts[$0] != before.parts[$0] }
    for index in different { for file in before.parts[index] { bytes[file.path] = nil } }
    for index in different { add(parts[index]) }
    // Which of two files is the first can only be told from all of them.
    guard bytes.count == Self.count(parts) else { return replaceAll(of: before.bytes) }
    let paths = Set(different.flatMap { (before.parts[$0] + parts[$0]).map(\.path) })
    differences = paths.count { bytes[$0] != before.bytes[$0] }
  }

  private mutating func replaceAll(of before: [String: [UInt8]]) {
    bytes = [:]
    bytes.reserveCapacity(Self.count(parts))
    for part in parts { add(part) }
    differences = bytes.count { before[$0.key] != $0.value } + before.keys.count { bytes[$0] == nil }
  }

  private mutating func add(_ part: [MemoryFile]) {
    for file in part where bytes[file.path] == nil { bytes[file.path] = file.bytes }
  }

  private static func count(_ parts: [[MemoryFile]]) -> Int { parts.reduce(0) { $0 + $1.count } }
}
