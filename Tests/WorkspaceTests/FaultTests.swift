import Foundation
import Testing

@testable import Workspace

/// Faults of the machine: the old site stays, nothing is left over, and the error says what to do.
@Suite struct FaultTests {
  static let old = ["index.html": "old", "a/index.html": "same"]

  /// Whether this process may mount file systems, which the tests of a full or read-only disk need.
  static let mayMount: Bool = {
    do {
      let folder = try TemporaryFolder()
      try run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.path)
      try run("umount", folder.path)
      return true
    } catch {
      return false
    }
  }()

  struct CommandFailure: Error { let command: [String] }

  static func run(_ command: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CommandFailure(command: command) }
  }

  /// Does something while a small file system of its own is mounted at `disk/` of the project.
  private func withDisk(_ options: String, of test: TestProject, _ body: () throws -> Void) throws {
    try test.folder.makeFolder("disk")
    let path = test.folder.absolute("disk")
    try Self.run("mount", "-t", "tmpfs", "-o", options, "tmpfs", path)
    let outcome = Result { try body() }
    try Self.run("umount", path)
    return try outcome.get()
  }

  @Test(.enabled(if: mayMount)) func leavesTheOldSiteOnAFullDisk() throws {
    let test = try TestProject()
    try withDisk("size=256k", of: test) {
      try test.publish(Self.old, to: "disk/Public")
      var new = Self.old
      for index in 0..<100 { new["b/\(index).html"] = String(repeating: "x", count: 8000) }
      let error = try test.failure(new, to: "disk/Public")
      #expect(error?.message.contains("the disk is full") == true)
      #expect(error?.path.hasPrefix("disk/Public/b/") == true)
      #expect(try test.site("disk/Public") == Self.old)
      #expect(try test.folder.names("disk") == ["Public"])
      #expect(try test.publish(["index.html": "new"], to: "disk/Public").isExchanged)
    }
  }

  @Test(.enabled(if: mayMount)) func leavesTheOldSiteWhereFilesRunOut() throws {
    let test = try TestProject()
    try withDisk("nr_inodes=24", of: test) {
      try test.publish(Self.old, to: "disk/Public")
      let new = Dictionary(uniqueKeysWithValues: (0..<40).map { ("f/\($0).html", "x") })
      #expect(try test.failure(new, to: "disk/Public")?.message.contains("the disk is full") == true)
      #expect(try test.site("disk/Public") == Self.old)
      #expect(try test.folder.names("disk") == ["Public"])
    }
  }

  @Test(.enabled(if: mayMount)) func leavesTheOldSiteOnAReadOnlyDisk() throws {
    let test = try TestProject()
    try withDisk("size=256k", of: test) {
      try test.publish(Self.old, to: "disk/Public")
      try Self.run("mount", "-o", "remount,ro", test.folder.absolute("disk"))
      let error = try test.failure(["index.html": "new"], to: "disk/Public")
      #expect(error?.message.contains("read-only") == true)
      #expect(try test.site("disk/Public") == Self.old)
    }
  }

  @Test(.enabled(if: mayMount)) func refusesAMountPoint() throws {
    let test = try TestProject()
    try withDisk("size=256k", of: test) {
      let error = try test.failure(to: "disk")
      #expect(error?.message.contains("mounted") == true)
      #expect(try test.folder.names("disk") == [])
    }
  }

  @Test(.enabled(if: mayMount)) func refusesAMountPointOfTheSameFileSystem() throws {
    let test = try TestProject()
    try test.publish(Self.old, to: "disk")
    let path = test.folder.absolute("disk")
    try Self.run("mount", "--bind", path, path)
    let outcome = Result { try test.failure(["index.html": "new"], to: "disk")?.message }
    try Self.run("umount", path)
    #expect(try outcome.get()?.contains("mounted") == true)
    #expect(try test.site("disk") == Self.old)
  }

  /// What a container sees whose image holds the project: folders of the image cannot be renamed.
  @Test(.enabled(if: mayMount)) func publishesIntoAFolderOfAContainersImage() throws {
    let test = try TestProject()
    for hidden in [".gitkeep", ".git/HEAD"] { try test.folder.write("ref", to: "image/Public/\(hidden)") }
    try test.publish(Self.old, to: "image/Old")
    try withDisk("size=256k", of: test) {
      for name in ["upper", "work"] { try test.folder.makeFolder("disk/\(name)") }
      let (image, disk) = (test.folder.absolute("image"), test.folder.absolute("disk"))
      let layers = "lowerdir=\(image),upperdir=\(disk)/upper,workdir=\(disk)/work,redirect_dir=off"
      try Self.run("mount", "-t", "overlay", "-o", layers, "overlay", image)
      let outcome = Result {
        // A folder of the image cannot be moved, not even out of its parent.
        let failure = try test.failure(["index.html": "new"], to: "image/Public")
        #expect(failure?.path == "image/Public/.git")
        #expect(try test.folder.text("image/Public/.git/HEAD") == "ref")
        try test.folder.remove("image/Public/.git")
        for text in ["first", "second"] {
          try test.publish(["index.html": text], to: "image/Public")
          #expect(try test.site("image/Public") == ["index.html": text])
          #expect(test.folder.exists("image/Public/.gitkeep"))
        }
        #expect(try test.failure(["index.html": "new"], to: "image/Old")?.path == "image/Old")
        #expect(try test.site("image/Old") == Self.old)
        #expect(try test.folder.names("image") == ["Old", "Public"])
      }
      try Self.run("umount", image)
      try outcome.get()
    }
  }

  @Test func leavesTheOldSiteWithoutPermission() async throws {
    let test = try TestProject()
    try test.publish(Self.old)
    chmod(test.folder.path, 0o555)
    let path = test.folder.path
    await #expect(processExitsWith: .success) { [path = path as String] in
      // Permissions do not bind root; anybody else may not do this and need not.
      setuid(65534)
      #expect {
        try FaultTests.publish(["index.html": "new"], of: ProjectFolder(at: path))
      } throws: { error in
        (error as? WorkspaceError)?.message == "cannot be locked: permission is denied"
      }
    }
    chmod(test.folder.path, 0o755)
    #expect(try test.site() == Self.old)
    #expect(try test.folder.names() == ["Content", "Public"])
  }

  @Test(arguments: [EACCES, EPERM, EROFS, ENOSPC, EDQUOT, EMFILE, EXDEV, EBUSY, ENOENT, EIO, 9999])
  func saysWhatToDo(code: CInt) {
    let error = WorkspaceError(Errno(code), "Public/index.html", cannot: .write)
    #expect(error.message.hasPrefix("cannot be written: "))
    #expect(!error.help.isEmpty)
  }

  /// Kills a process at twenty moments while it publishes one site after the other.
  @Test func leavesAWholeSiteWhenKilled() async throws {
    let test = try TestProject()
    try test.folder.write("ref", to: "Public/.git/HEAD")
    try test.publish(Self.site(0))
    for moment in 0..<20 {
      let path = test.folder.path
      await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, moment = moment as Int] in
        Thread.detachNewThread {
          usleep(UInt32(3000 + moment * moment * 211))
          kill(getpid(), SIGKILL)
        }
        let project = try ProjectFolder(at: path)
        for turn in 1... { try FaultTests.publish(FaultTests.site(turn), of: project) }
      }
      let turn = try #require(Int(test.folder.text("Public/index.html")))
      #expect(try test.site() == Self.site(turn))
      try test.publisher().abandon()
      #expect(try test.folder.text("Public/.git/HEAD") == "ref")
      #expect(try test.folder.names() == ["Content", "Public"])
    }
  }

  private static func site(_ turn: Int) -> [String: String] {
    var files = ["index.html": "\(turn)"]
    for index: Int in 0..<60 {
      let changes: Bool = index % 3 == turn % 3
      files["lesson-\(index)/index.html"] = changes ? String(turn) : "same"
      files["lesson-\(index)/turn-\(turn % 4).html"] = "\(turn)"
    }
    return files
  }

  private static func publish(_ files: [String: String], of project: ProjectFolder) throws {
    let publisher = try Publisher(output: "Public", of: project)
    let published = try files.map { try publisher.write(Array($0.value.utf8), to: $0.key) }
    _ = try publisher.finish(published, pages: [])
  }
}
