/// Paths between the files of a site.
enum SitePath {
  /// The relative path that leads from one file to another, such as `../b/index.html`.
  ///
  /// - Parameters:
  ///   - source: the file with the link, as a path in the site.
  ///   - target: the file that it leads to, as a path in the site.
  static func relative(from source: String, to target: String) -> String {
    var (source, target) = (source, target)
    return source.withUTF8 { source in target.withUTF8 { target in relative(from: source, to: target) } }
  }

  private static func relative(
    from source: UnsafeBufferPointer<UInt8>, to target: UnsafeBufferPointer<UInt8>
  ) -> String {
    let slash = UInt8(ascii: "/")
    // Where the names differ first, moved back to the start of the folder or file that they are part of.
    var shared = 0
    for index in 0..<min(source.count, target.count) {
      guard source[index] == target[index] else { break }
      if source[index] == slash { shared = index + 1 }
    }
    let folders = source[shared...].count { $0 == slash }
    return String(repeating: "../", count: folders) + String(decoding: target[shared...], as: UTF8.self)
  }
}
