import Courses
import Diagnostics
import Foundation
import Testing

@testable import Workspace

@Suite struct ContentFolderTests {
  /// The rule and path of every diagnostic.
  private func complaints(of test: TestProject) throws -> [String] {
    try ContentFolder(of: test.project).listing.diagnostics.map { "\($0.rule.id) \($0.span.path)" }
  }

  @Test func listsEverythingInTheOrderOfBytes() throws {
    let test = try TestProject()
    for path in [
      "b/practice.md", "b/overview.md", "b/images/2.png", "b/images/10.png", "b/Ä.png", "b/z.png",
      "b/images.txt",
      "a/overview.md", "a/images/lesson.md", "static/robots.txt", "static/deep/er/x.css", "static/.hidden",
      "README.md", ".git/config", "a/.DS_Store",
    ] {
      try test.folder.write("x", to: "Content/\(path)")
    }
    try test.folder.makeFolder("Content/empty")
    let listing = try ContentFolder(of: test.project).listing
    #expect(listing.diagnostics.isEmpty)
    #expect(listing.hasTrack)
    #expect(listing.lessons.map(\.slug) == ["a", "b", "empty"])
    #expect(listing.lessons.map(\.pages) == [[.overview], [.overview, .practice], []])
    #expect(
      listing.lessons.map(\.assets) == [
        ["a/images/lesson.md"], ["b/images.txt", "b/images/10.png", "b/images/2.png", "b/z.png", "b/Ä.png"],
        [],
      ])
    #expect(listing.staticFiles == ["deep/er/x.css", "robots.txt"])
  }

  @Test func saysWhereContentIsMissing() throws {
    let folder = try TemporaryFolder()
    #expect(throws: WorkspaceError.self) { try ProjectFolder(at: folder.path) }
    #expect(throws: WorkspaceError.self) { try ProjectFolder(above: folder.path) }
    #expect(throws: WorkspaceError.self) { try ProjectFolder(at: folder.absolute("nowhere")) }
    try folder.write("x", to: "Content")
    #expect(throws: WorkspaceError.self) { try ProjectFolder(at: folder.path) }
  }

  @Test func findsTheProjectAbove() throws {
    let test = try TestProject()
    try test.folder.makeFolder("Content/lesson/images")
    #expect(try ProjectFolder(above: test.folder.absolute("Content/lesson/images")) == test.project)
    #expect(try ProjectFolder(above: test.folder.path) == test.project)
    #expect(test.project.absolutePath(of: "Public") == test.folder.absolute("Public"))
    #expect(test.project.absolutePath(of: "/x") == "/x")
  }

  @Test func listsWithoutATrackFile() throws {
    let test = try TestProject()
    try test.folder.remove("Content/track.yml")
    #expect(try !ContentFolder(of: test.project).listing.hasTrack)
  }

  @Test func readsNoFurtherThanTheLimit() throws {
    let test = try TestProject()
    try test.folder.write("12345", to: "Content/a/lesson.md")
    let content = try ContentFolder(of: test.project)
    #expect(try content.read("a/lesson.md", limit: 100) == Array("12345".utf8))
    #expect(try content.read("a/lesson.md", limit: 5) == Array("12345".utf8))
    #expect(try content.read("a/lesson.md", limit: 4) == Array("12345".utf8))
    #expect(try content.read("a/lesson.md", limit: 3) == Array("1234".utf8))
    #expect(throws: WorkspaceError.self) { try content.read("a/none.md", limit: 3) }
  }

  @Test func followsLinksThatStayInside() throws {
    let test = try TestProject()
    try test.folder.write("text", to: "Content/a/lesson.md")
    try test.folder.makeFolder("Content/b")
    try test.folder.link("Content/b/lesson.md", to: "../a/./lesson.md")
    try test.folder.link("Content/b/again.md", to: "lesson.md")
    try test.folder.link("Content/c", to: "a")
    try test.folder.link("Content/static", to: "b")
    let content = try ContentFolder(of: test.project)
    #expect(content.listing.diagnostics.isEmpty)
    #expect(content.listing.lessons.map(\.pages) == [[.lesson], [.lesson], [.lesson]])
    #expect(content.listing.staticFiles == ["again.md", "lesson.md"])
    for path in ["b/lesson.md", "b/again.md", "c/lesson.md", "static/again.md"] {
      #expect(try content.read(path, limit: 10) == Array("text".utf8))
    }
  }

  @Test func refusesLinksThatLeaveOrLeadNowhere() throws {
    let test = try TestProject()
    try test.folder.write("secret", to: "secret.md")
    try test.folder.write("x", to: "Content/a/lesson.md")
    let links = [
      ("absolute.md", "/etc/passwd"), ("inside.md", test.folder.absolute("Content/a/lesson.md")),
      ("folder", "/etc"), ("up.md", "../../secret.md"), ("through.md", "../up2/../../secret.md"),
      ("broken.md", "none.md"), ("behind.md", "lesson.md/x"), ("self.md", "self.md"), ("left.md", "right.md"),
      ("right.md", "left.md"), ("parent", "."), ("root", ".."),
    ]
    for (name, target) in links { try test.folder.link("Content/a/\(name)", to: target) }
    try test.folder.makeFolder("Content/up2")
    let listing = try ContentFolder(of: test.project).listing
    #expect(
      listing.diagnostics.map { "\($0.rule.id) \($0.span.path)" } == [
        "path.symlink-outside Content/a/absolute.md", "path.symlink-broken Content/a/behind.md",
        "path.symlink-broken Content/a/broken.md", "path.symlink-outside Content/a/folder",
        "path.symlink-outside Content/a/inside.md", "path.symlink-loop Content/a/left.md",
        "path.symlink-loop Content/a/parent", "path.symlink-loop Content/a/right.md",
        "path.symlink-loop Content/a/root", "path.symlink-loop Content/a/self.md",
        "path.symlink-outside Content/a/through.md", "path.symlink-outside Content/a/up.md",
      ])
    #expect(listing.lessons.map(\.assets) == [[], []])
  }

  @Test func refusesFoldersThatContainEachOtherByLinks() throws {
    let test = try TestProject()
    for name in ["a", "b"] { try test.folder.write("x", to: "Content/\(name)/lesson.md") }
    try test.folder.link("Content/a/b", to: "../b")
    try test.folder.link("Content/b/a", to: "../a")
    #expect(
      try complaints(of: test) == ["path.symlink-loop Content/a/b/a", "path.symlink-loop Content/b/a/b"])
  }

  @Test func endsWhereLinksMultiply() throws {
    let test = try TestProject()
    for level in 0..<24 {
      try test.folder.makeFolder("Content/level-\(level)")
      for name in ["left", "right"] {
        try test.folder.link("Content/level-\(level)/\(name)", to: "../level-\(level + 1)")
      }
    }
    try test.folder.makeFolder("Content/level-24")
    #expect(try complaints(of: test).contains { $0.hasPrefix("path.too-many-linked-files ") })
  }

  @Test func refusesFoldersThatAreTooDeep() throws {
    let test = try TestProject()
    let fine = Array(repeating: "d", count: 32).joined(separator: "/")
    try test.folder.write("x", to: "Content/\(fine)/x.png")
    #expect(try complaints(of: test) == [])
    try test.folder.write("x", to: "Content/\(fine)/d/x.png")
    #expect(try complaints(of: test) == ["path.too-deep Content/\(fine)/d"])
  }

  @Test(arguments: ["a\nb.png", "a\u{1B}[31m.png", "a\u{202E}gnp.exe", "\u{7F}.png", "a\u{85}.png"])
  func refusesNamesThatDoNotShow(name: String) throws {
    let test = try TestProject()
    try test.folder.write("x", to: "Content/a/\(name)")
    #expect(try complaints(of: test) == ["path.unpublishable-name Content/a/\(name.harmless)"])
    #expect(try ContentFolder(of: test.project).listing.lessons.map(\.assets) == [[]])
  }

  @Test(arguments: ["Größe.png", "日本.png", "a b.png", "'\"&<>.png", "emoji👩‍💻.png", "100%.png", "a\\b.png"])
  func takesNamesThatShow(name: String) throws {
    let test = try TestProject()
    try test.folder.write("x", to: "Content/a/\(name)")
    #expect(try complaints(of: test) == [])
    #expect(try ContentFolder(of: test.project).listing.lessons.map(\.assets) == [["a/\(name)"]])
  }

  @Test func refusesNamesThatAreNotUTF8() throws {
    let test = try TestProject()
    try test.folder.makeFolder("Content/a")
    let name: [CChar] = [97, -1, 98, 0]
    let folder = try FileDescriptor(folder: test.folder.absolute("Content/a"))
    let file = openat(folder.number, name, O_CREAT | O_WRONLY, 0o644)
    #expect(file >= 0)
    close(file)
    #expect(try complaints(of: test) == ["path.unpublishable-name Content/a/a\u{FFFD}b"])
    unlinkat(folder.number, name, 0)
  }

  @Test func refusesPipes() throws {
    let test = try TestProject()
    try test.folder.makeFolder("Content/a")
    #expect(mkfifo(test.folder.absolute("Content/a/pipe.md"), 0o644) == 0)
    try test.folder.link("Content/a/link.md", to: "pipe.md")
    #expect(
      try complaints(of: test) == [
        "path.special-file Content/a/link.md", "path.special-file Content/a/pipe.md",
      ])
  }

  @Test func readsNothingThatWasReplacedMeanwhile() throws {
    let test = try TestProject()
    try test.folder.write("secret", to: "secret/lesson.md")
    try test.folder.write("x", to: "Content/a/lesson.md")
    try test.folder.write("x", to: "Content/b/lesson.md")
    try test.folder.write("x", to: "Content/c/lesson.md")
    let content = try ContentFolder(of: test.project)
    try test.folder.remove("Content/a")
    try test.folder.link("Content/a", to: "../secret")
    try test.folder.remove("Content/b/lesson.md")
    try test.folder.link("Content/b/lesson.md", to: "../../secret/lesson.md")
    try test.folder.remove("Content/c/lesson.md")
    #expect(mkfifo(test.folder.absolute("Content/c/lesson.md"), 0o644) == 0)
    for path in ["a/lesson.md", "b/lesson.md", "c/lesson.md"] {
      #expect(throws: WorkspaceError.self) { try content.read(path, limit: 10) }
    }
  }

  @Test func refusesContentThatIsALink() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "elsewhere/track.yml")
    try folder.link("Content", to: "elsewhere")
    let project = try ProjectFolder(at: folder.path)
    #expect(throws: WorkspaceError.self) { try ContentFolder(of: project) }
  }
}
