import Courses
import FlyingSocks
import Glibc

/// Tells what is touched in `Content/` and `Templates/` of a project, by inotify(7).
///
/// Hidden files are left out: they belong to no course, and editors write them all the time.
struct ProjectWatcher: ~Copyable {
  private let project: ProjectFolder
  private let pool: any AsyncSocketPool
  private let events: FileDescriptor
  /// The paths of the folders that are watched, relative to the project, by their watches.
  private var folders: [CInt: String] = [:]
  /// Whether the project or its `Content/` went away, and what is watched is no longer what is there.
  private var isLost = false

  private static let watchedFolders = [CourseFiles.root, ThemeFolder.name]
  /// Deeper than any course: `Content/` is listed only so deep.
  private static let depthLimit = ContentSurvey.depthLimit + 2
  /// What is done to files and folders that can make a site another. A file that is written counts when
  /// its writer closes it.
  private static let mask = UInt32(
    IN_CLOSE_WRITE | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF
      | IN_MOVE_SELF | IN_ONLYDIR)
  /// How long nothing has to happen for a burst of changes to be over, and how long a burst is waited for.
  private static let (quiet, patience) = (Duration.milliseconds(2), Duration.milliseconds(50))
  /// How often a folder that went away is looked for.
  private static let searchInterval = Duration.milliseconds(300)

  /// Begins to watch.
  ///
  /// - Parameters:
  ///   - project: the project.
  ///   - pool: waits for events.
  /// - Throws: an error with a remedy where the system cannot watch so many folders.
  static func watching(
    _ project: ProjectFolder, pool: any AsyncSocketPool
  ) throws(WorkspaceError) -> ProjectWatcher {
    let events = try WorkspaceError.explaining(project.path, cannot: .watch) { () throws(Errno) in
      try FileDescriptor.fileEvents()
    }
    var watcher = ProjectWatcher(project: project, pool: pool, events: events)
    try watcher.watchAll()
    return watcher
  }

  private init(project: ProjectFolder, pool: any AsyncSocketPool, events: consuming FileDescriptor) {
    self.project = project
    self.pool = pool
    self.events = events
  }

  /// Waits until something was touched, and until the burst of changes that it begins is over.
  ///
  /// - Throws: an error with a remedy where the system cannot watch a new folder; a cancellation error.
  mutating func next() async throws -> SiteChanges {
    var changes = SiteChanges()
    while changes.isEmpty {
      if isLost {
        // Nobody tells when a folder comes back.
        try await Task.sleep(for: Self.searchInterval)
        guard project.isThere else { continue }
        try watchAll()
        return .everything
      }
      try await pool.suspendSocket(events.asSocket, untilReadyFor: .read)
      try readEvents(into: &changes)
    }
    let end = ContinuousClock.now + Self.patience
    while ContinuousClock.now < end {
      try await Task.sleep(for: Self.quiet)
      var more = SiteChanges()
      try readEvents(into: &more)
      if more.isEmpty { break }
      changes.formUnion(more)
    }
    // The system does not tell that a project was deleted while a descriptor of its `Content/` is open.
    if !isWatched("") || !isWatched(CourseFiles.root) {
      isLost = true
      return .everything
    }
    return changes
  }

  // MARK: Watches

  /// Watches the project and everything in the two folders; what was watched before is let go.
  private mutating func watchAll() throws(WorkspaceError) {
    for watch in folders.keys { events.stopWatching(watch) }
    folders = [:]
    isLost = try !watch("")
    for folder in Self.watchedFolders { try watchTree(folder, depth: 0) }
  }

  /// Watches a folder and the folders in it.
  private mutating func watchTree(_ path: String, depth: Int) throws(WorkspaceError) {
    guard depth <= Self.depthLimit, try watch(path) else { return }
    let entries: [FolderEntry]
    do {
      entries = try FileDescriptor(folder: project.absolutePath(of: path)).entries()
    } catch {
      // It went away again, or cannot be read, which the survey tells.
      return
    }
    for entry in entries where entry.kind == .folder && !entry.isHidden {
      try watchTree("\(path)/\(entry.name)", depth: depth + 1)
    }
  }

  /// Watches a folder.
  ///
  /// - Returns: whether it is there.
  private mutating func watch(_ path: String) throws(WorkspaceError) -> Bool {
    do {
      folders[try watchNumber(of: path)] = path
      return true
    } catch {
      switch error.code {
      case ENOENT, ENOTDIR, EACCES, ELOOP: return false
      case ENOSPC:
        throw WorkspaceError(
          path: path, message: "the system cannot watch so many folders",
          help: "raise the limit: sudo sysctl fs.inotify.max_user_watches=524288")
      default: throw WorkspaceError(error, path, cannot: .watch)
      }
    }
  }

  /// Whether the folder that lies at a path now is the one that is watched.
  private func isWatched(_ path: String) -> Bool {
    do {
      return folders[try watchNumber(of: path)] == path
    } catch {
      return false
    }
  }

  /// The watch of the folder that lies at a path, made where there is none.
  private func watchNumber(of path: String) throws(Errno) -> CInt {
    try events.watch(path.isEmpty ? project.path : project.absolutePath(of: path), Self.mask)
  }

  /// Lets go of a folder that went away, and of the folders in it: moved elsewhere they would still tell.
  private mutating func forget(_ path: String) {
    for (watch, folder) in folders where folder == path || folder.hasPrefix(path + "/") {
      events.stopWatching(watch)
      folders[watch] = nil
    }
  }

  // MARK: Events

  private mutating func readEvents(into changes: inout SiteChanges) throws(WorkspaceError) {
    let batch = try WorkspaceError.explaining(project.path, cannot: .watch) { () throws(Errno) in
      try events.readFileEvents()
    }
    for event in batch { try take(event, into: &changes) }
  }

  private mutating func take(_ event: FileEvent, into changes: inout SiteChanges) throws(WorkspaceError) {
    if event.has(IN_Q_OVERFLOW) {
      try watchAll()
      changes = .everything
      return
    }
    guard let folder = folders[event.watch] else { return }
    if event.has(IN_IGNORED) {
      folders[event.watch] = nil
      return
    }
    if event.has(IN_DELETE_SELF) || event.has(IN_MOVE_SELF) {
      // Of other folders the folder that they lie in tells.
      if folder.isEmpty { changes = .everything }
      return
    }
    guard let name = event.name else {
      changes.insert(folder)
      return
    }
    guard name.utf8.first != UInt8(ascii: "."), !folder.isEmpty || Self.watchedFolders.contains(name) else {
      return
    }
    let path = folder.isEmpty ? name : "\(folder)/\(name)"
    // A name that is no text is a mistake, which listing the folder tells.
    changes.insert(event.isNameValid ? path : folder)
    // Either of the two folders may be a symbolic link to one.
    guard event.has(IN_ISDIR) || folder.isEmpty else { return }
    if event.has(IN_CREATE) || event.has(IN_MOVED_TO) || event.has(IN_ATTRIB) {
      try watchTree(path, depth: folder.isEmpty ? 0 : SitePath.folders(above: path).count)
    } else if event.has(IN_DELETE) || event.has(IN_MOVED_FROM) {
      forget(path)
    }
  }
}
