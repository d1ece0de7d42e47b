import Courses
import Diagnostics
import Foundation
import Testing

@testable import Workspace

@Suite struct FixingTests {
  private static let practice = "Content/intro/practice.md"
  private static let page = """
    # Practice\r
    \r
    ### Chose one: which part?\r
    \r
    - [X ] One\r
    - [] Two\t \r
    \r
    > **Whi:** It is so.
    """

  private func course() throws -> TestProject {
    let test = try TestProject()
    try test.folder.write(
      """
      title: Test
      description: What it is about.
      phases:
        - title: First steps
          lessons:
            - intro  # the first

      """, to: "Content/track.yml")
    try test.folder.write(
      "---\ndescription: What it is about.\n---\n# Intro\n", to: "Content/intro/overview.md")
    try test.folder.write(Self.page, to: Self.practice)
    return test
  }

  private func fix(_ test: TestProject, policy: SeverityPolicy = .standard) async throws
    -> (fixes: [AppliedFix], report: BuildReport)
  {
    let builder = Builder(
      project: test.project, baseURL: nil, includesDrafts: false, jobs: 2, policy: policy)
    var fixes: [AppliedFix] = []
    try await builder.fix { fixes.append($0) }
    return (fixes, try await builder.check())
  }

  @Test func mendsFilesAndKeepsTheRestOfThem() async throws {
    let test = try course()
    let (fixes, report) = try await fix(test)
    #expect(report.diagnostics.isEmpty)
    #expect(
      try test.folder.text(Self.practice) == """
        # Practice\r
        \r
        ### Choose one: which part?\r
        \r
        - [x] One\r
        - [ ] Two\t \r
        \r
        > **Why:** It is so.
        """)
    #expect(
      fixes.map { "\($0.path):\($0.position.line):\($0.position.column) \($0.message) \($0.rule.id)" }
        == [
          "Content/intro/practice.md:3:5 write “Choose one” practice.unknown-kind",
          "Content/intro/practice.md:5:3 write [x] practice.bad-box",
          "Content/intro/practice.md:6:3 write [ ] practice.bad-box",
          "Content/intro/practice.md:8:5 write “Why:” practice.unknown-label",
        ])
  }

  @Test func changesNothingTheSecondTime() async throws {
    let test = try course()
    _ = try await fix(test)
    let before = try test.folder.identity(Self.practice)
    #expect(try await fix(test).fixes.isEmpty)
    #expect(try test.folder.identity(Self.practice) == before)
    #expect(try test.folder.names("Content/intro") == ["overview.md", "practice.md"])
  }

  @Test func addsUnlistedLessonsInTheirOrder() async throws {
    let test = try course()
    for slug in ["next", "last"] {
      try test.folder.write(
        "---\ndescription: What it is about.\n---\n# A lesson\n", to: "Content/\(slug)/overview.md")
    }
    #expect(try await fix(test).report.diagnostics.isEmpty)
    #expect(
      try test.folder.text("Content/track.yml").hasSuffix(
        "      - intro  # the first\n      - last\n      - next\n"))
  }

  @Test func keepsPermissions() async throws {
    let test = try course()
    let path = test.folder.absolute(Self.practice)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    #expect(try await fix(test).fixes.count == 4)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }

  @Test func mendsWhatASymbolicLinkLeadsToOnce() async throws {
    let test = try course()
    try test.folder.write(Self.page, to: "Content/intro/shared/page.md")
    try test.folder.remove(Self.practice)
    try test.folder.link(Self.practice, to: "shared/page.md")
    try test.folder.write(
      "---\ndescription: What it is about.\n---\n# Next\n", to: "Content/next/overview.md")
    try test.folder.link("Content/next/practice.md", to: "../intro/shared/page.md")
    #expect(try await fix(test).fixes.count == 5)
    #expect(try test.folder.text("Content/intro/shared/page.md").contains("### Choose one"))
    let target = try FileManager.default.destinationOfSymbolicLink(
      atPath: test.folder.absolute(Self.practice))
    #expect(target == "shared/page.md")
  }

  @Test func leavesWhatTheAuthorIsSilentAbout() async throws {
    let test = try course()
    try test.folder.write("# Lesson\n\n### Deep\n", to: "Content/intro/lesson.md")
    let policy = try SeverityPolicy(
      deny: [], allow: ["heading.skipped-level"], showsAdvice: false, rules: Builder.rules)
    #expect(try await fix(test, policy: policy).fixes.count == 4)
    #expect(try test.folder.text("Content/intro/lesson.md") == "# Lesson\n\n### Deep\n")
    #expect(try await fix(test).fixes.map(\.rule) == [.skippedLevel])
    #expect(try test.folder.text("Content/intro/lesson.md") == "# Lesson\n\n## Deep\n")
  }

  @Test func tellsWhereAFileCannotBeWritten() async throws {
    let test = try course()
    try test.folder.makeFolder("Content/intro/.practice.md.new-\(getpid())")
    await #expect {
      _ = try await fix(test)
    } throws: { error in
      (error as? WorkspaceError)?.path == Self.practice
    }
    #expect(try test.folder.text(Self.practice) == Self.page)
  }

  @Test func noticesThatAFileWasWritten() async throws {
    let test = try course()
    let content = try ContentFolder(of: test.project)
    let before = try content.stamp(of: "intro/practice.md")
    #expect(try content.stamp(of: "intro/practice.md") == before)
    try test.folder.write(Self.page + "\n", to: Self.practice)
    #expect(try content.stamp(of: "intro/practice.md") != before)
  }
}
