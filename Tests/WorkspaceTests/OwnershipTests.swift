import Foundation
import Testing

@testable import Workspace

@Suite struct OwnershipTests {
  static let old = ["index.html": "home", "a/index.html": "a"]

  /// Publishing fails, and everything stays as it was.
  private func expectRefusal(
    _ test: TestProject, to output: String = "Public", _ path: String, _ message: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try test.folder.files("")
    let error = try test.failure(to: output)
    #expect(error?.path == path, sourceLocation: sourceLocation)
    #expect(
      error?.message.contains(message) == true, "\(error?.message ?? "")", sourceLocation: sourceLocation)
    #expect(error?.help.isEmpty == false, sourceLocation: sourceLocation)
    #expect(try test.folder.files("") == before, sourceLocation: sourceLocation)
  }

  @Test func refusesAFolderThatIsNotWaymarks() throws {
    let test = try TestProject()
    try test.folder.write("mine", to: "Public/notes.txt")
    try expectRefusal(test, "Public", "was not written by Waymark: it holds “notes.txt”")
  }

  @Test func refusesAFolderThatHoldsOnlyAFolder() throws {
    let test = try TestProject()
    try test.folder.makeFolder("Public/empty")
    try expectRefusal(test, "Public", "it holds “empty”")
    #expect(test.folder.exists("Public/empty"))
  }

  @Test func refusesAFile() throws {
    let test = try TestProject()
    try test.folder.write("mine", to: "Public")
    try expectRefusal(test, "Public", "it is not a folder")
  }

  @Test(arguments: ["notes.txt", "a/notes.txt", "a/.hidden", "new/folder/x"])
  func refusesAFileThatTheManifestDoesNotList(path: String) throws {
    let test = try TestProject()
    try test.publish(Self.old)
    try test.folder.write("mine", to: "Public/\(path)")
    let named = path == "new/folder/x" ? "new" : path
    try expectRefusal(test, "Public/\(named)", "Waymark did not write this")
  }

  @Test func refusesALinkInThePlaceOfAFileOrFolder() throws {
    let test = try TestProject()
    try test.publish(Self.old)
    try test.folder.write("mine", to: "elsewhere/index.html")
    try test.folder.remove("Public/a")
    try test.folder.link("Public/a", to: "../elsewhere")
    try expectRefusal(test, "Public/a", "Waymark did not write this")
  }

  @Test(arguments: [
    ("{", "the manifest is damaged: it cannot be read"),
    ("", "the manifest is damaged: it cannot be read"),
    (#"{"version":2,"things":[]}"#, "newer Waymark (manifest version 2)"),
    (#"{"version":7,"files":[],"pages":[]}"#, "newer Waymark (manifest version 7)"),
    (#"{"version":0,"files":[],"pages":[]}"#, "impossible version 0"),
    (#"{"version":1,"files":[{"path":"../x","size":1,"hash":""}],"pages":[]}"#, "names “../x”"),
  ])
  func refusesAManifestThatItCannotRead(manifest: String, message: String) throws {
    let test = try TestProject()
    try test.folder.write(manifest, to: "Public/.waymark")
    try expectRefusal(test, "Public/.waymark", message)
  }

  @Test func refusesASecondBuildMeanwhile() throws {
    let test = try TestProject()
    try test.publish(Self.old)
    let first = try test.publisher()
    #expect(try test.failure()?.message == "another build is writing into this folder")
    #expect(try test.publish(["x.html": "x"], to: "Other").isExchanged)
    let file = try first.write(Array("1".utf8), to: "index.html")
    _ = try first.finish([file], pages: [])
    #expect(try test.site() == ["index.html": "1"])
    #expect(try test.publish(["index.html": "2"]).isExchanged)
  }

  @Test func followsALinkToTheOutput() throws {
    let test = try TestProject()
    try test.folder.makeFolder("elsewhere/site")
    try test.folder.link("Public", to: "elsewhere/site")
    try test.publish(Self.old)
    try test.publish(["index.html": "2"])
    #expect(try test.site("elsewhere/site") == ["index.html": "2"])
    #expect(try test.folder.names("elsewhere") == ["site"])
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: test.folder.absolute("Public"))
        == "elsewhere/site")
  }

  @Test func refusesALinkToNothing() throws {
    let test = try TestProject()
    try test.folder.link("Public", to: "nowhere")
    try expectRefusal(test, "Public", "symbolic link that leads to nothing")
  }

  @Test func refusesAMissingParent() throws {
    let test = try TestProject()
    try expectRefusal(test, to: "no/such/folder", test.folder.absolute("no/such"), "there is no such folder")
  }

  @Test(arguments: ["Content", "Content/static", "Content/new"])
  func refusesAnOutputInTheContent(output: String) throws {
    let test = try TestProject()
    try test.folder.makeFolder("Content/static")
    try expectRefusal(test, to: output, output, "the site would lie in Content/")
  }

  @Test(arguments: [".", "..", "/"]) func refusesAnOutputThatHoldsTheProject(output: String) throws {
    let test = try TestProject()
    #expect(try test.failure(to: output)?.path == output)
    #expect(try test.folder.names() == ["Content"])
  }
}
