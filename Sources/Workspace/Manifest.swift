/// What Waymark says, in the file `.waymark`, of a site that it wrote: whose the files are, and what
/// `diff` and the rules on lost ids compare with.
package struct Manifest: Hashable, Sendable {
  /// The name of the file in the site's root.
  package static let fileName = ".waymark"
  /// The form of the file; it rises when a key changes its meaning or goes away.
  package static let currentVersion = 1

  /// The form of the file.
  package let version: Int
  /// Every file of the site but the manifest, in the order of the paths' bytes.
  package let files: [File]
  /// Every page, in the order of the paths' bytes.
  package let pages: [Page]
  /// The pages and anchors that moved, in the order of the sources' bytes.
  package let redirects: [Redirect]

  /// A file of the site.
  package struct File: Hashable, Sendable, Decodable {
    /// Its path in the site.
    package let path: String
    /// Its size in bytes.
    package let size: Int
    /// Its ``ContentHash``.
    package let hash: String
  }

  /// What links, learners' progress and the course's checks know of a page.
  package struct Page: Hashable, Sendable, Decodable {
    /// The path of its HTML in the site.
    package let path: String
    /// The ids that links may name, in the order of the page.
    package let anchors: [String]
    /// The slugs of the objectives that its questions test, in alphabetical order.
    package let objectives: [String]
    /// Its questions, in the order of the page.
    package let questions: [Question]

    package init(path: String, anchors: [String], objectives: [String], questions: [Question]) {
      self.path = path
      self.anchors = anchors
      self.objectives = objectives
      self.questions = questions
    }
  }

  /// What a learner's progress hangs on.
  package struct Question: Hashable, Sendable, Decodable {
    /// Its name on the page.
    package let id: String
    /// The hash of what an answer depends on.
    package let version: String
    /// The hash of its key; nil where the page publishes no keys.
    package let key: String?

    package init(id: String, version: String, key: String?) {
      self.id = id
      self.version = version
      self.key = key
    }
  }

  /// A page or an anchor that moved.
  package struct Redirect: Hashable, Sendable, Decodable {
    /// Where it was: the path of a page in the site, with `#` and an id for an anchor.
    package let from: String
    /// Where it is now, in the same form.
    package let to: String

    package init(from: String, to: String) {
      self.from = from
      self.to = to
    }
  }

  /// - Parameters:
  ///   - files: every file of the site but the manifest, in any order, each path once.
  ///   - pages: every page, in any order, each path once.
  ///   - redirects: the pages and anchors that moved, in any order.
  ///   - version: the form of the file.
  package init(
    files: [File], pages: [Page], redirects: [Redirect] = [], version: Int = Self.currentVersion
  ) {
    self.version = version
    self.files = files.sorted { $0.path.precedes($1.path) }
    self.pages = pages.sorted { $0.path.precedes($1.path) }
    self.redirects = redirects.sorted { $0.from.precedes($1.from) }
  }

  /// The file of the site with a path; nil where there is none.
  package func file(at path: String) -> File? {
    var low = 0
    var high = files.count
    while low < high {
      let middle = (low + high) / 2
      if files[middle].path.precedes(path) { low = middle + 1 } else { high = middle }
    }
    return low < files.count && files[low].path.isSame(as: path) ? files[low] : nil
  }
}

extension Manifest {
  /// Reads what ``bytes`` writes.
  ///
  /// - Parameters:
  ///   - bytes: the content of the file.
  ///   - path: its path as the user would write it.
  /// - Throws: an error with a remedy where it is damaged, of a newer Waymark, or names a file outside
  ///   the site.
  package init(_ bytes: [UInt8], path: String) throws(WorkspaceError) {
    let manifest: Manifest
    do {
      manifest = try Self.contents(of: bytes)
    } catch {
      if let version = Self.version(in: bytes), version != Self.currentVersion {
        throw Self.unsupported(version, path)
      }
      throw Self.damaged(path, "it cannot be read")
    }
    guard manifest.version == Self.currentVersion else { throw Self.unsupported(manifest.version, path) }
    for file in manifest.files where file.size < 0 {
      throw Self.damaged(path, "“\(file.path)” has the impossible size \(file.size)")
    }
    for file in manifest.files where !SitePath.isSafe(file.path) {
      throw Self.damaged(path, "it names “\(file.path)”, which is no path in a site")
    }
    self = manifest
  }

  private static func unsupported(_ version: Int, _ path: String) -> WorkspaceError {
    guard version > currentVersion else {
      return damaged(path, "it has the impossible version \(version)")
    }
    return WorkspaceError(
      path: path, message: "the site was written by a newer Waymark (manifest version \(version))",
      help: "use that Waymark, or choose another folder")
  }

  private static func damaged(_ path: String, _ reason: String) -> WorkspaceError {
    WorkspaceError(
      path: path, message: "the manifest is damaged: \(reason)",
      help: "build the site anew into an empty folder; what is yours in this one, move out first")
  }
}
