import Foundation
import Testing

@testable import Workspace

@Suite struct PublisherTests {
  static let old = [
    "index.html": "home", "a/index.html": "a", "a/lesson.html": "lesson", "b/index.html": "b",
  ]

  @Test func publishesWhereThereIsNothing() throws {
    let test = try TestProject()
    let publication = try test.publish(Self.old)
    #expect(
      publication == Publication(added: 4, changed: 0, unchanged: 0, removed: 0, isExchanged: true))
    #expect(try test.site() == Self.old)
    #expect(try test.folder.names() == ["Content", "Public"])
  }

  @Test func keepsWhatIsUnchangedAndDropsWhatIsGone() throws {
    let test = try TestProject()
    try test.publish(Self.old)
    let before = try test.folder.identity("Public/a/lesson.html")
    let changedBefore = try test.folder.identity("Public/a/index.html")
    let new = ["index.html": "home", "a/index.html": "A!", "a/lesson.html": "lesson", "c/index.html": "c"]
    let publication = try test.publish(new)
    #expect(
      publication == Publication(added: 1, changed: 1, unchanged: 2, removed: 1, isExchanged: true))
    #expect(try test.site() == new)
    #expect(try test.folder.identity("Public/a/lesson.html") == before)
    #expect(try test.folder.identity("Public/a/index.html") != changedBefore)
    #expect(!test.folder.exists("Public/b"))
    #expect(try test.folder.names() == ["Content", "Public"])
  }

  @Test func exchangesNothingWhenNothingChanged() throws {
    let test = try TestProject()
    try test.publish(Self.old)
    let paths = ["Public", "Public/a", "Public/.waymark", "Public/index.html"]
    let before = try paths.map(test.folder.identity)
    let publication = try test.publish(Self.old)
    #expect(
      publication == Publication(added: 0, changed: 0, unchanged: 4, removed: 0, isExchanged: false))
    #expect(try paths.map(test.folder.identity) == before)
    #expect(try test.folder.names() == ["Content", "Public"])
  }

  @Test func writesAFileAnewThatSomebodyEdited() throws {
    let test = try TestProject()
    try test.publish(Self.old)
    try test.folder.write("edit", to: "Public/index.html")
    #expect(try test.publish(Self.old).isExchanged)
    #expect(try test.site() == Self.old)
  }

  @Test func writesAFileAnewThatSomebodyDeleted() throws {
    let test = try TestProject()
    try test.publish(Self.old)
    try test.folder.remove("Public/a")
    try test.publish(Self.old)
    #expect(try test.site() == Self.old)
  }

  @Test func exchangesWhenOnlyFactsOfPagesChanged() throws {
    let test = try TestProject()
    try test.publish(["index.html": "home"])
    let publisher = try test.publisher()
    let file = try publisher.write(Array("home".utf8), to: "index.html")
    let page = Manifest.Page(path: "index.html", anchors: ["top"], objectives: [], questions: [])
    let publication = try publisher.finish([file], pages: [page])
    #expect(publication.isExchanged && publication.unchanged == 1)
    #expect(try test.publisher().oldManifest?.pages == [page])
  }

  @Test func movesHiddenEntriesOver() throws {
    let test = try TestProject()
    try test.folder.write("ref", to: "Public/.git/HEAD")
    try test.folder.write("", to: "Public/.nojekyll")
    try test.folder.link("Public/.link", to: "/nowhere")
    for text in ["first", "second"] {
      try test.publish(["index.html": text])
      #expect(try test.folder.names("Public") == [".git", ".link", ".nojekyll", ".waymark", "index.html"])
      #expect(try test.folder.text("Public/.git/HEAD") == "ref")
      #expect(try test.folder.names() == ["Content", "Public"])
    }
  }

  @Test func abandoningLeavesTheOldSite() throws {
    let test = try TestProject()
    try test.publish(Self.old)
    let before = try test.folder.identity("Public")
    let publisher = try test.publisher()
    _ = try publisher.write(Array("new".utf8), to: "new/folder/index.html")
    publisher.abandon()
    #expect(try test.site() == Self.old)
    #expect(try test.folder.identity("Public") == before)
    #expect(try test.folder.names() == ["Content", "Public"])
  }

  @Test func givesTheSameManifestInAnyOrder() throws {
    let test = try TestProject()
    for (output, isReversed) in [("one", false), ("two", true)] {
      let publisher = try test.publisher(output)
      let files = try Self.old.keys.sorted().map { try publisher.write(Array($0.utf8), to: $0) }
      _ = try publisher.finish(isReversed ? files.reversed() : files, pages: [])
    }
    #expect(try test.folder.text("one/.waymark") == test.folder.text("two/.waymark"))
  }

  @Test func writesFromManyTasks() async throws {
    let test = try TestProject()
    let publisher = try test.publisher()
    let files = try await concurrentMap(400, jobs: 8) { (index) throws(WorkspaceError) in
      try publisher.write(Array("page \(index)".utf8), to: "lesson-\(index / 4)/part/\(index % 4).html")
    }
    #expect(try publisher.finish(files, pages: []).added == 400)
    #expect(try test.site()["lesson-99/part/3.html"] == "page 399")
    #expect(try test.site().count == 400)
  }

  @Test(arguments: [
    "../x.html", "a/../../x", "/etc/x", "", "a//b", ".waymark", ".git/config", "a/./b", "a\u{0}b",
  ])
  func refusesPathsThatAreNotInTheSite(path: String) throws {
    let test = try TestProject()
    #expect(try test.failure([path: "x"])?.message == "no file of the site can have this path")
    #expect(try test.folder.names() == ["Content"])
  }

  @Test func refusesTwoFilesForOnePath() throws {
    let test = try TestProject()
    try test.publish(Self.old)
    let publisher = try test.publisher()
    let file = try publisher.write(Array("home".utf8), to: "index.html")
    #expect(throws: WorkspaceError.self) { try publisher.finish([file, file], pages: []) }
    #expect(try test.site() == Self.old)
    #expect(try test.folder.names() == ["Content", "Public"])
  }

  @Test func copiesAssetsInBlocks() throws {
    let test = try TestProject()
    let large = String(repeating: "0123456789abcdef", count: 200_000)
    try test.folder.write(large, to: "Content/static/large.bin")
    try test.folder.write("", to: "Content/static/empty.txt")
    func copy() throws -> Publication {
      let publisher = try test.publisher()
      let content = try ContentFolder(of: test.project)
      let files = try content.listing.staticFiles.map {
        try publisher.copy("static/\($0)", of: content, to: $0)
      }
      return try publisher.finish(files, pages: [])
    }
    #expect(try copy().added == 2)
    #expect(try test.site() == ["large.bin": large, "empty.txt": ""])
    let before = try test.folder.identity("Public/large.bin")
    #expect(try !copy().isExchanged)
    try test.folder.write("no longer", to: "Content/static/empty.txt")
    #expect(try copy().changed == 1)
    #expect(try test.folder.identity("Public/large.bin") == before)
    try test.folder.write("!" + large.dropFirst(), to: "Content/static/large.bin")
    #expect(try copy().changed == 1)
    #expect(try test.site() == ["large.bin": "!" + large.dropFirst(), "empty.txt": "no longer"])
  }

  @Test func duplicatesWithTimesWhereLinksAreImpossible() throws {
    let test = try TestProject()
    try test.publish(["a/index.html": "a", "b.html": "b"])
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000)],
      ofItemAtPath: test.folder.absolute("Public/a/index.html"))
    let publisher = try test.publisher()
    try publisher.duplicate("a/index.html")
    let copy = ".Public.new-waymark/a/index.html"
    #expect(try test.folder.text(copy) == "a")
    #expect(try test.folder.identity(copy).last == test.folder.identity("Public/a/index.html").last)
    #expect(try test.folder.identity(copy).first != test.folder.identity("Public/a/index.html").first)
    publisher.abandon()
  }
}
