/// Paths between the files of a site.
enum SitePath {
  /// The relative path that leads from one file to another, such as `../b/index.html`.
  ///
  /// - Parameters:
  ///   - source: the file with the link, as a path in the site.
  ///   - target: the file that it leads to, as a path in the site.
  static func relative(from source: String, to target: String) -> String {
    let from = source.split(separator: "/").dropLast()
    let to = target.split(separator: "/")
    var shared = 0
    while shared < from.count, shared < to.count - 1, from[shared] == to[shared] { shared += 1 }
    let up = repeatElement("..", count: from.count - shared)
    return (up + to[shared...].map(String.init)).joined(separator: "/")
  }
}
