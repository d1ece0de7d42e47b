import Foundation
import Testing

@testable import Workspace

/// What a build finds that another one, killed at any moment, left behind.
@Suite struct RecoveryTests {
  static let staging = ".Public.new-waymark"
  static let retired = ".Public.old-waymark"
  static let old = ["index.html": "old", "same/index.html": "same", "gone/index.html": "gone"]
  static let new = ["index.html": "new", "same/index.html": "same", "added/index.html": "added"]

  /// A project whose `Public` holds the old site with a `.git`, and whose `Other` holds the new one.
  private func projectWithBothSites() throws -> TestProject {
    let test = try TestProject()
    try test.folder.write("ref", to: "Public/.git/HEAD")
    try test.publish(Self.old)
    try test.publish(Self.new, to: "Other")
    return test
  }

  /// The next publisher finds, or makes, a whole site with its hidden entries, and clears all else.
  private func expectRecovery(
    of test: TestProject, to site: [String: String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try test.publisher().abandon()
    #expect(try test.site() == site, sourceLocation: sourceLocation)
    #expect(try test.folder.text("Public/.git/HEAD") == "ref", sourceLocation: sourceLocation)
    #expect(
      try test.folder.names().filter { $0 != "Other" } == ["Content", "Public"],
      sourceLocation: sourceLocation)
    try test.publish(Self.new)
    #expect(try test.site() == Self.new, sourceLocation: sourceLocation)
    #expect(try test.folder.text("Public/.git/HEAD") == "ref", sourceLocation: sourceLocation)
  }

  @Test func clearsASiteThatIsBeingWritten() throws {
    let test = try projectWithBothSites()
    try test.folder.write("", to: "\(Self.staging)/.waymark.new")
    try test.folder.write("half", to: "\(Self.staging)/a/b/index.html")
    try test.folder.write("", to: ".Public.lock-waymark")
    try expectRecovery(of: test, to: Self.old)
  }

  @Test func clearsASiteThatIsOnlyBegun() throws {
    let test = try projectWithBothSites()
    try test.folder.makeFolder(Self.staging)
    try expectRecovery(of: test, to: Self.old)
  }

  @Test func clearsAWholeSiteThatWasNotExchanged() throws {
    let test = try projectWithBothSites()
    try test.folder.move("Other", to: Self.staging)
    try expectRecovery(of: test, to: Self.old)
  }

  @Test func endsAnExchangeInOneStep() throws {
    let test = try projectWithBothSites()
    try test.folder.move("Public", to: Self.staging)
    try test.folder.move("Other", to: "Public")
    try expectRecovery(of: test, to: Self.new)
  }

  @Test func endsAnExchangeWhoseHiddenEntriesWerePartlyMoved() throws {
    let test = try projectWithBothSites()
    try test.folder.write("", to: "Public/.nojekyll")
    try test.folder.move("Public", to: Self.staging)
    try test.folder.move("Other", to: "Public")
    try test.folder.move("\(Self.staging)/.git", to: "Public/.git")
    try expectRecovery(of: test, to: Self.new)
    #expect(test.folder.exists("Public/.nojekyll"))
  }

  @Test func endsTheDeletionOfAnOldSite() throws {
    let test = try projectWithBothSites()
    try test.folder.move("Public", to: Self.staging)
    try test.folder.move("Other", to: "Public")
    try test.folder.move("\(Self.staging)/.git", to: "Public/.git")
    try test.folder.remove("\(Self.staging)/gone")
    try expectRecovery(of: test, to: Self.new)
  }

  @Test func endsTheDeletionOfAnOldSiteWithoutItsManifest() throws {
    let test = try projectWithBothSites()
    try test.folder.makeFolder(Self.staging)
    try expectRecovery(of: test, to: Self.old)
  }

  @Test func endsAnExchangeInTwoStepsThatStoppedBetween() throws {
    let test = try projectWithBothSites()
    try test.folder.move("Public", to: Self.retired)
    try test.folder.move("Other", to: Self.staging)
    try expectRecovery(of: test, to: Self.new)
  }

  @Test func endsAnExchangeInTwoStepsAfterTheSecond() throws {
    let test = try projectWithBothSites()
    try test.folder.move("Public", to: Self.retired)
    try test.folder.move("Other", to: "Public")
    try expectRecovery(of: test, to: Self.new)
  }

  @Test func putsTheOldSiteBackWhereTheNewOneIsNotWhole() throws {
    let test = try projectWithBothSites()
    try test.folder.move("Public", to: Self.retired)
    try test.folder.write("", to: "\(Self.staging)/.waymark.new")
    try test.folder.write("half", to: "\(Self.staging)/index.html")
    try expectRecovery(of: test, to: Self.old)
  }

  @Test func endsTheFirstPublicationIntoAFolderOfHiddenEntries() throws {
    let test = try TestProject()
    try test.folder.write("ref", to: "\(Self.staging)/.git/HEAD")
    try test.publish(Self.new)
    #expect(try test.site() == Self.new)
    #expect(try test.folder.text("Public/.git/HEAD") == "ref")
  }

  @Test func exchangesInTwoStepsWhereOneIsNotPossible() throws {
    let test = try projectWithBothSites()
    let publisher = try test.publisher()
    try test.folder.remove(Self.staging)
    try test.folder.move("Other", to: Self.staging)
    try publisher.output.exchangeInTwoSteps()
    #expect(try test.site() == Self.new)
    #expect(try test.site(Self.retired) == Self.old)
    try publisher.output.undoExchange(Self.retired)
    #expect(try test.site() == Self.old)
    try publisher.output.exchangeInTwoSteps()
    publisher.abandon()
    try expectRecovery(of: test, to: Self.new)
  }

  @Test(arguments: [staging, retired]) func deletesNothingThatIsNotWaymarks(name: String) throws {
    let test = try projectWithBothSites()
    try test.folder.move("Other", to: name)
    try test.folder.write("mine", to: "\(name)/added/mine.txt")
    let error = try test.failure(Self.new)
    #expect(error?.path == "\(name)/added/mine.txt")
    #expect(try test.folder.text("\(name)/added/mine.txt") == "mine")
    #expect(try test.site() == Self.old)
  }

  @Test func deletesNothingInAFolderThatWaymarkDidNotMake() throws {
    let test = try projectWithBothSites()
    try test.folder.write("mine", to: "\(Self.staging)/mine.txt")
    #expect(try test.failure(Self.new)?.path == "\(Self.staging)/mine.txt")
    #expect(try test.folder.text("\(Self.staging)/mine.txt") == "mine")
  }

  @Test func deletesNothingThroughALink() throws {
    let test = try projectWithBothSites()
    try test.folder.write("mine", to: "precious/index.html")
    try test.folder.move("Other", to: Self.retired)
    try test.folder.remove("\(Self.retired)/added")
    try test.folder.link("\(Self.retired)/added", to: "../precious")
    #expect(try test.failure(Self.new)?.path == "\(Self.retired)/added")
    #expect(try test.folder.text("precious/index.html") == "mine")

    try test.folder.remove(Self.retired)
    try test.folder.write("", to: "\(Self.staging)/.waymark.new")
    try test.folder.link("\(Self.staging)/added", to: "../precious")
    try test.publish(Self.new)
    #expect(try test.folder.text("precious/index.html") == "mine")

    try test.folder.link(Self.staging, to: "precious")
    #expect(try test.failure(Self.old)?.message == "it is not a folder")
    #expect(try test.folder.text("precious/index.html") == "mine")
  }

  @Test func keepsAHiddenEntryThatBothSitesHave() throws {
    let test = try projectWithBothSites()
    try test.folder.write("other", to: "Other/.git/HEAD")
    try test.folder.move("Public", to: Self.staging)
    try test.folder.move("Other", to: "Public")
    #expect(try test.failure(Self.new)?.path == "\(Self.staging)/.git")
    #expect(try test.folder.text("\(Self.staging)/.git/HEAD") == "ref")
    #expect(try test.folder.text("Public/.git/HEAD") == "other")
  }

  @Test func noticesThatTheSiteWasMovedMeanwhile() throws {
    for isReplaced in [false, true] {
      let test = try projectWithBothSites()
      let publisher = try test.publisher()
      let file = try publisher.write(Array("new".utf8), to: "index.html")
      try test.folder.move("Public", to: "Moved")
      if isReplaced { try test.folder.write("mine", to: "Public/mine.txt") }
      #expect(throws: WorkspaceError.self) { try publisher.finish([file], pages: []) }
      #expect(try test.site("Moved") == Self.old)
      #expect(test.folder.exists("Public/mine.txt") == isReplaced)
      #expect(!test.folder.exists(Self.staging))
    }
  }
}
