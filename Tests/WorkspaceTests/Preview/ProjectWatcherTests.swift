import FlyingSocks
import Glibc
import Testing

@testable import Workspace

@Suite struct ProjectWatcherTests {
  /// Does something to a project that is watched.
  ///
  /// - Parameters:
  ///   - prepare: what is there before; `Content/track.yml` is.
  ///   - change: what is done.
  ///   - expected: waits until all of these were told, and returns what was told.
  private func changes(
    prepare: (TemporaryFolder) throws -> Void = { _ in }, expecting expected: Set<String>,
    _ change: (TemporaryFolder) throws -> Void
  ) async throws -> SiteChanges {
    let folder = try TestProject().folder
    try prepare(folder)
    let pool = SocketPool<ePoll>.ePoll()
    try await pool.prepare()
    let running = Task { try await pool.run() }
    defer { running.cancel() }
    var watcher = try ProjectWatcher.watching(ProjectFolder(at: folder.path), pool: pool)
    try change(folder)
    var changes = SiteChanges()
    while !expected.isSubset(of: changes.paths), !changes.isEverything {
      changes.formUnion(try await watcher.next())
    }
    return changes
  }

  @Test func tellsOfWrittenFiles() async throws {
    let changes = try await changes(expecting: ["Content/track.yml"]) {
      try $0.write("title: Other\n", to: "Content/track.yml")
    }
    #expect(changes.paths == ["Content/track.yml"])
  }

  @Test func tellsOfFilesThatAreRenamedOverOthers() async throws {
    let changes = try await changes(expecting: ["Content/track.yml"]) { folder in
      try folder.write("title: Other\n", to: "Content/.track.yml.tmp")
      #expect(rename(folder.absolute("Content/.track.yml.tmp"), folder.absolute("Content/track.yml")) == 0)
    }
    #expect(changes.paths == ["Content/track.yml"])
  }

  @Test func watchesNewFolders() async throws {
    _ = try await changes(expecting: ["Content/a", "Templates"]) { folder in
      try folder.write("x", to: "Content/a/b/c/file.md")
      try folder.write("x", to: "Templates/file.mustache")
    }
    let changes = try await changes(
      prepare: { try $0.makeFolder("Content/a/b") }, expecting: ["Content/a/b/x"]
    ) {
      try $0.write("x", to: "Content/a/b/x")
    }
    #expect(changes.paths == ["Content/a/b/x"])
  }

  @Test func tellsNothingOfAFolderThatWasMovedAway() async throws {
    let changes = try await changes(
      prepare: { try $0.write("x", to: "Content/a/file.md") }, expecting: ["Content/a", "Content/last"]
    ) { folder in
      try folder.move("Content/a", to: "elsewhere")
      try folder.write("y", to: "elsewhere/file.md")
      try folder.write("y", to: "Content/last")
    }
    #expect(changes.paths.isSubset(of: ["Content/a", "Content/a/file.md", "Content/last"]))
  }

  @Test func tellsOfDeletedFilesAndFolders() async throws {
    let changes = try await changes(
      prepare: { try $0.write("x", to: "Content/a/file.md") }, expecting: ["Content/a", "Content/track.yml"]
    ) { folder in
      try folder.remove("Content/a")
      try folder.remove("Content/track.yml")
    }
    #expect(!changes.isEverything)
  }

  @Test func leavesHiddenAndOtherFilesOut() async throws {
    let changes = try await changes(
      prepare: { try $0.makeFolder("Content/.git") }, expecting: ["Content/last"]
    ) { folder in
      try folder.write("x", to: "Content/.git/index")
      try folder.write("x", to: "Content/.file.swp")
      try folder.write("x", to: "README.md")
      try folder.write("x", to: "Content/last")
    }
    #expect(changes.paths == ["Content/last"])
  }

  @Test func tellsOfContentThatComesBack() async throws {
    let changes = try await changes(expecting: ["Content"]) { folder in
      try folder.move("Content", to: "Elsewhere")
      try folder.move("Elsewhere", to: "Content")
    }
    #expect(changes.lessons == nil)
  }

  @Test func tellsThatNobodyCanTellWhenTheProjectIsMoved() async throws {
    let changes = try await changes(expecting: ["never"]) { folder in
      #expect(rename(folder.path, "\(folder.path)-elsewhere") == 0)
      #expect(rename("\(folder.path)-elsewhere", folder.path) == 0)
    }
    #expect(changes.isEverything)
  }

  @Test func followsTemplatesThroughALink() async throws {
    let changes = try await changes(
      prepare: { folder in
        try folder.write("x", to: "theme/head.mustache")
        try folder.link("Templates", to: "theme")
      }, expecting: ["Templates/head.mustache"]
    ) {
      try $0.write("y", to: "theme/head.mustache")
    }
    #expect(changes.paths == ["Templates/head.mustache"])
  }
}
