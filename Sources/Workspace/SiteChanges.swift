import Courses

/// What somebody touched in a project since it was last read.
struct SiteChanges: Sendable, Equatable {
  /// Paths relative to the project: files that were written, made, moved or deleted, and folders that
  /// appeared or went away as a whole.
  private(set) var paths: Set<String> = []
  /// Whether nobody can tell, so that everything is to be read anew.
  private(set) var isEverything = false

  /// Everything may be different.
  static let everything = SiteChanges(isEverything: true)

  /// - Parameter paths: what was touched, relative to the project.
  init(_ paths: Set<String> = []) {
    self.paths = paths
  }

  private init(isEverything: Bool) {
    self.isEverything = isEverything
  }

  var isEmpty: Bool { paths.isEmpty && !isEverything }

  /// Takes another touched path in.
  mutating func insert(_ path: String) {
    paths.insert(path)
  }

  /// Takes other changes in.
  mutating func formUnion(_ other: SiteChanges) {
    paths.formUnion(other.paths)
    isEverything = isEverything || other.isEverything
  }

  /// Whether a file may be different: it was touched, or a folder that it lies in.
  ///
  /// - Parameter path: relative to the project.
  func concerns(_ path: String) -> Bool {
    isEverything || paths.contains(path) || SitePath.folders(above: path).contains(where: paths.contains)
  }

  /// Whether anything in a folder of the project may be different.
  func reach(into folder: String) -> Bool {
    isEverything || paths.contains { $0 == folder || $0.hasPrefix(folder + "/") }
  }

  /// The folders of `Content/` in which something may be different; nil where that may be all of them.
  var lessons: Set<String>? {
    guard !isEverything, !paths.contains(CourseFiles.root) else { return nil }
    let prefix = CourseFiles.path("")
    return Set(
      paths.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count).prefix { $0 != "/" }) })
  }

  /// Whether a file of `Content/` may be different.
  ///
  /// - Parameter realPath: where it really lies, as a path in `Content/`. Nobody tells what is done to
  ///   hidden files, to which symbolic links may lead.
  func concernsFile(lyingAt realPath: String) -> Bool {
    concerns(ContentFolder.shown(realPath)) || "/\(realPath)".contains("/.")
  }

  /// The same with the names under which what was touched is reached through symbolic links.
  ///
  /// - Parameters:
  ///   - old: `Content/` as it was before.
  ///   - new: `Content/` as it is now.
  func followingLinks(from old: ContentFolder, to new: ContentFolder) -> SiteChanges {
    var changes = self
    for path in Set(old.linkedFiles.keys).union(new.linkedFiles.keys) {
      let real = new.realPath(of: path)
      if old.realPath(of: path) != real || concernsFile(lyingAt: real) {
        changes.insert(ContentFolder.shown(path))
      }
    }
    return changes
  }
}
