import Glibc
import Testing

@testable import Workspace

/// What somebody did to the old site is found out, though files that nothing happened to are not read.
@Suite struct OldSiteTests {
  private static let site = ["index.html": "home", "a/index.html": "in a", "b/index.html": "in b"]

  /// Publishes the site, with its manifest at a later tick of the clock than its files.
  private func publishedSite() throws -> TestProject {
    let test = try TestProject()
    let publisher = try test.publisher()
    let files = try Self.site.map { try publisher.write(Array($1.utf8), to: $0) }
    try waitForATick(after: ".Public.new-waymark/index.html", in: test)
    try waitForATick(after: ".Public.new-waymark/a/index.html", in: test)
    try waitForATick(after: ".Public.new-waymark/b/index.html", in: test)
    _ = try publisher.finish(files, pages: [])
    return test
  }

  private func status(_ path: String, in test: TestProject) throws -> FileStatus {
    let status = try FileDescriptor(folder: test.folder.path).status(of: path)
    return try #require(status)
  }

  /// Touches a file of the project until its clock is beyond the time of another.
  private func waitForATick(
    after path: String, touching other: String = "probe", in test: TestProject
  ) throws {
    if !test.folder.exists(other) { try test.folder.write("", to: other) }
    repeat {
      chmod(test.folder.absolute(other), 0o644)
    } while try status(other, in: test).changed <= status(path, in: test).changed
  }

  @Test func writesAFileAnewThatWasEditedBeforeTheWholeSiteGotOtherPermissions() throws {
    let test = try publishedSite()
    try test.folder.write("edit", to: "Public/index.html")
    try waitForATick(after: "Public/index.html", touching: "Public/.waymark", in: test)
    #expect(try test.publish(Self.site).isExchanged)
    #expect(try test.site() == Self.site)
  }

  @Test func writesFilesAnewWhoseFoldersWereExchanged() throws {
    let test = try publishedSite()
    try test.folder.move("Public/a", to: "Public/c")
    try test.folder.move("Public/b", to: "Public/a")
    try test.folder.move("Public/c", to: "Public/b")
    #expect(try test.publish(Self.site).isExchanged)
    #expect(try test.site() == Self.site)
  }

  @Test func exchangesNothingWhereNothingHappened() throws {
    let test = try publishedSite()
    #expect(try !test.publish(Self.site).isExchanged)
  }

  // MARK: Times

  /// What is said of a file or folder with times in seconds.
  private static func status(_ kind: mode_t = S_IFREG, written: Int = 0, changed: Int) -> FileStatus {
    var status = stat()
    status.st_mode = kind
    status.st_mtim.tv_sec = written
    status.st_ctim.tv_sec = changed
    return FileStatus(status)
  }

  /// The same for a site with two folders, which were last changed at these times.
  private static func completion(
    written: Int, changed: Int, folders: (Int, Int), now: Int
  ) -> SiteCompletion? {
    SiteCompletion(
      manifest: status(written: written, changed: changed),
      folders: [("a", status(S_IFDIR, changed: folders.0)), ("a/b", status(S_IFDIR, changed: folders.1))],
      now: FileTime(timespec(tv_sec: now, tv_nsec: 0)))
  }

  @Test func trustsFilesFromBeforeTheSiteWasComplete() throws {
    let completion = try #require(Self.completion(written: 100, changed: 101, folders: (99, 99), now: 102))
    for path in ["x", "a/x", "a/b/x"] {
      #expect(completion.isAfter(Self.status(written: 200, changed: 99), at: path))
      for changed in [100, 101, 150] {
        #expect(!completion.isAfter(Self.status(changed: changed), at: path))
      }
    }
  }

  @Test func trustsNothingInAFolderThatWasMoved() throws {
    let file = Self.status(changed: 50)
    for changed in [100, 150] {
      let inner = try #require(Self.completion(written: 100, changed: 100, folders: (50, changed), now: 200))
      #expect(inner.isAfter(file, at: "x") && inner.isAfter(file, at: "a/x"))
      #expect(!inner.isAfter(file, at: "a/b/x"))
      let outer = try #require(Self.completion(written: 100, changed: 100, folders: (changed, 50), now: 200))
      #expect(outer.isAfter(file, at: "x"))
      #expect(!outer.isAfter(file, at: "a/x") && !outer.isAfter(file, at: "a/b/x"))
    }
  }

  @Test(arguments: [(100, 60), (100, 100), (500, 100)])
  func trustsNothingWhereTheClockWasSetBack(_ written: Int, _ now: Int) {
    #expect(Self.completion(written: written, changed: 100, folders: (50, 50), now: now) == nil)
  }

  @Test func trustsNothingWhereAllGotOtherTimes() throws {
    for written in [0, 500] {
      let completion = try #require(
        Self.completion(written: written, changed: 200, folders: (200, 200), now: 300))
      #expect(!completion.isAfter(Self.status(written: written, changed: 200), at: "x"))
    }
  }
}
