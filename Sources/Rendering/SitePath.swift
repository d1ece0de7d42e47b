/// Paths between the files of a site.
enum SitePath {
  /// The relative path that leads from one file to another, such as `../b/index.html`.
  ///
  /// - Parameters:
  ///   - source: the file with the link, as a path in the site.
  ///   - target: the file that it leads to, as a path in the site.
  static func relative(from source: String, to target: String) -> String {
    let slash = UInt8(ascii: "/")
    // Where the names differ first, moved back to the start of the folder or file that they are part of.
    var shared = target.utf8.startIndex
    for (index, byte) in zip(target.utf8.indices, source.utf8) {
      guard target.utf8[index] == byte else { break }
      if byte == slash { shared = target.utf8.index(after: index) }
    }
    let sharedCount = target.utf8.distance(from: target.utf8.startIndex, to: shared)
    let folders = source.utf8.dropFirst(sharedCount).count { $0 == slash }
    return String(repeating: "../", count: folders) + target[shared...]
  }
}
