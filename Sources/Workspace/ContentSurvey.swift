import Courses
import Diagnostics
import Glibc

/// One walk through `Content/`.
struct ContentSurvey {
  /// How deep folders may lie in one another.
  static let depthLimit = 32
  /// How many entries are looked at in folders that are reached through symbolic links, which can multiply
  /// without bound.
  static let linkedEntryLimit = 20_000

  private(set) var listing = ContentListing()
  /// Where files that are reached through symbolic links really lie, by their paths in `Content/`.
  private(set) var linkedFiles: [String: String] = [:]
  private var linkedEntryCount = 0

  /// A folder on the way from `Content/` to what is looked at.
  private struct Place {
    /// The path in `Content/` that the author sees; empty for `Content/` itself.
    let path: String
    /// The same without symbolic links.
    let realPath: String
    /// The real paths of the folders on the way, this one included.
    let chain: [String]

    var isLinked: Bool { !path.isSame(as: realPath) }

    func path(of name: String) -> String { path.isEmpty ? name : "\(path)/\(name)" }
  }

  /// What is to be published under a name.
  private struct Found {
    let name: String
    let isFolder: Bool
    let realPath: String
  }

  /// - Parameter root: `Content/`.
  init(of root: borrowing FileDescriptor) throws(WorkspaceError) {
    let place = Place(path: "", realPath: "", chain: [""])
    for found in try contents(of: root, place, root: root) {
      guard found.isFolder else {
        if found.name == ContentListing.trackFile { listing.hasTrack = true }
        continue
      }
      let files = try files(beneath: place, found, prefix: "", root: root)
      if found.name == ContentListing.staticFolder {
        listing.staticFiles = files
      } else {
        let pages = PageKind.allCases.filter { files.holdsSorted("\($0.rawValue).md") }
        let markdown = pages.map { "\($0.rawValue).md" }
        let assets = files.filter { !markdown.contains($0) }.map { "\(found.name)/\($0)" }
        listing.lessons.append(
          LessonFiles(slug: found.name, pages: Set(pages), assets: assets, overview: nil))
      }
    }
    listing.assets = Set(
      listing.lessons.flatMap(\.assets)
        + listing.staticFiles.map { "\(ContentListing.staticFolder)/\($0)" })
    listing.diagnostics.sort()
  }

  /// The files of a folder and of the folders beneath it, in the order of their paths' bytes.
  private mutating func files(
    beneath parent: Place, _ folder: Found, prefix: String, root: borrowing FileDescriptor
  ) throws(WorkspaceError) -> [String] {
    let path = parent.path(of: folder.name)
    guard parent.chain.count <= Self.depthLimit else {
      report(
        .foldersTooDeep, path, "folders lie more than \(Self.depthLimit) deep in one another",
        help: "move the folder up")
      return []
    }
    guard !parent.chain.contains(where: { $0.isSame(as: folder.realPath) }) else {
      report(
        .symlinkLoop, path, "the folder contains itself by way of a symbolic link",
        help: "delete the link, or let it lead elsewhere")
      return []
    }
    let place = Place(path: path, realPath: folder.realPath, chain: parent.chain + [folder.realPath])
    let descriptor: FileDescriptor
    do {
      descriptor = try root.folder(folder.realPath)
    } catch {
      throw WorkspaceError(error, ContentFolder.shown(path), cannot: .list)
    }
    var files: [String] = []
    for found in try contents(of: descriptor, place, root: root) {
      if found.isFolder {
        files += try self.files(beneath: place, found, prefix: "\(prefix)\(found.name)/", root: root)
      } else {
        files.append(prefix + found.name)
      }
    }
    return prefix.isEmpty ? files.sorted { $0.precedes($1) } : files
  }

  /// What a folder holds that can be published.
  private mutating func contents(
    of folder: borrowing FileDescriptor, _ place: Place, root: borrowing FileDescriptor
  ) throws(WorkspaceError) -> [Found] {
    guard !place.isLinked || linkedEntryCount < Self.linkedEntryLimit else { return [] }
    let entries: [FolderEntry]
    do {
      entries = try folder.entries().filter { !$0.isHidden }
    } catch {
      throw WorkspaceError(error, ContentFolder.shown(place.path), cannot: .list)
    }
    if place.isLinked {
      linkedEntryCount += entries.count
      if linkedEntryCount >= Self.linkedEntryLimit {
        report(
          .tooManyLinkedFiles, place.path,
          "symbolic links to folders make more than \(Self.linkedEntryLimit) files of those there are",
          help: "replace links to folders by links to files")
        return []
      }
    }
    var found: [Found] = []
    for entry in entries where isPublishable(entry, in: place) {
      if let item = try item(entry, in: place, root: root) { found.append(item) }
    }
    return found
  }

  private mutating func isPublishable(_ entry: FolderEntry, in place: Place) -> Bool {
    let reason: String? =
      if !entry.isValid {
        "the name is not valid UTF-8"
      } else if !entry.name.harmless.isSame(as: entry.name) {
        "the name holds characters that do not show or that reorder text"
      } else {
        nil
      }
    guard let reason else { return true }
    report(
      .unpublishableName, place.path(of: entry.name.harmless), reason,
      help: "rename the file, with letters, digits and hyphens")
    return false
  }

  private mutating func item(
    _ entry: FolderEntry, in place: Place, root: borrowing FileDescriptor
  ) throws(WorkspaceError) -> Found? {
    let path = place.path(of: entry.name)
    let realPath = place.realPath.isEmpty ? entry.name : "\(place.realPath)/\(entry.name)"
    switch entry.kind {
    case .folder:
      return Found(name: entry.name, isFolder: true, realPath: realPath)
    case .file:
      if !realPath.isSame(as: path) { linkedFiles[path] = realPath }
      return Found(name: entry.name, isFolder: false, realPath: realPath)
    case .link:
      let resolution: LinkResolution
      do {
        resolution = try LinkResolution(ofLink: realPath, in: root)
      } catch {
        throw WorkspaceError(error, ContentFolder.shown(path), cannot: .read)
      }
      guard let target = followed(resolution, path) else { return nil }
      if !target.isFolder { linkedFiles[path] = target.path }
      return Found(name: entry.name, isFolder: target.isFolder, realPath: target.path)
    case .other:
      reportSpecialFile(path)
      return nil
    }
  }

  private mutating func followed(
    _ resolution: LinkResolution, _ path: String
  ) -> (path: String, isFolder: Bool)? {
    switch resolution {
    case .found(let path, .file): return (path, false)
    case .found(let path, .folder): return (path, true)
    case .found: reportSpecialFile(path)
    case .outside:
      report(
        .symlinkOutside, path, "the symbolic link leads out of Content/",
        help: "replace the link by the file itself, or let it lead to a relative path in Content/")
    case .missing:
      report(
        .symlinkBroken, path, "the symbolic link leads to nothing",
        help: "delete the link, or let it lead to a file in Content/")
    case .loop:
      report(.symlinkLoop, path, "the symbolic link leads to itself", help: "delete the link")
    }
    return nil
  }

  private mutating func reportSpecialFile(_ path: String) {
    report(
      .specialFile, path, "it is neither a file nor a folder", help: "delete it, or move it out of Content/")
  }

  private mutating func report(_ rule: Rule, _ path: String, _ message: String, help: String) {
    listing.diagnostics.append(Diagnostic(rule, at: Self.span(path), message, help: help))
  }

  private static func span(_ path: String) -> Span {
    Span(path: ContentFolder.shown(path))
  }
}
