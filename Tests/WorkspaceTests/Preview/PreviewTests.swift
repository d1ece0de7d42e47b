import Diagnostics
import Testing

@testable import Workspace

@Suite struct PreviewTests {
  /// A course of four lessons in two phases, and a preview of it that is up to date.
  struct PreviewedCourse {
    let folder: TemporaryFolder
    var preview: Preview
    private let settings: SiteSettings

    init() async throws {
      folder = try TemporaryFolder()
      try folder.write(Self.track, to: "Content/track.yml")
      for (slug, after) in [("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")] {
        try folder.write(Self.overview("Lesson \(slug)"), to: "Content/\(slug)/overview.md")
        try folder.write(
          "# Lesson \(slug)\n\n## The part\n\nSee [it](../\(after)/lesson.md#the-part).\n",
          to: "Content/\(slug)/lesson.md")
      }
      settings = SiteSettings(project: try ProjectFolder(at: folder.path), jobs: 2)
      preview = Preview(of: settings)
      _ = try await preview.update(.everything)
    }

    static let track = """
      title: Track
      description: About it.
      phases:
        - title: First
          lessons: [a, b]
        - title: Second
          lessons: [c, d]

      """

    static func overview(_ title: String, description: String = "About it.") -> String {
      "---\ndescription: \(description)\n---\n\n# \(title)\n\nIt begins.\n"
    }

    func builder() -> Builder {
      Builder(project: settings.project, baseURL: nil, includesDrafts: false, jobs: 2, policy: .standard)
    }

    /// Writes a file, brings the preview up to date, and compares it with one that has read everything.
    ///
    /// - Returns: the paths of the files of the site that are different now, gone ones included.
    mutating func edit(_ path: String, _ text: String) async throws -> Set<String> {
      try folder.write(text, to: path)
      return try await changed([path])
    }

    mutating func changed(_ paths: Set<String>) async throws -> Set<String> {
      let before = try #require(preview.site).files
      let after = try await preview.update(SiteChanges(paths)).files
      var other = Preview(of: settings)
      #expect(try await other.update(.everything).files == after)
      #expect(other.diagnostics == preview.diagnostics)
      let different = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
      #expect(preview.files.differences == different.count)
      return different
    }
  }

  @Test func makesOnlyTheEditedPageAnew() async throws {
    var course = try await PreviewedCourse()
    let changed = try await course.edit("Content/b/lesson.md", "# Lesson b\n\n## The part\n\nOther words.\n")
    #expect(changed == ["b/lesson.html", "b/lesson.md"])
  }

  @Test func makesThePagesAnewThatShowATitle() async throws {
    var course = try await PreviewedCourse()
    let changed = try await course.edit("Content/b/overview.md", PreviewedCourse.overview("Other"))
    #expect(
      changed == [
        "index.html", "llms.txt", "b/overview.md", "a/index.html", "a/lesson.html", "b/index.html",
        "b/lesson.html", "c/index.html",
      ])
  }

  @Test func leavesOtherPagesWhenOnlyADescriptionChanges() async throws {
    var course = try await PreviewedCourse()
    let changed = try await course.edit(
      "Content/c/overview.md", PreviewedCourse.overview("Lesson c", description: "Other."))
    #expect(changed == ["index.html", "llms.txt", "c/index.html", "c/lesson.html"])
  }

  @Test func makesPagesAnewWhenTheirPrerequisiteHasAnotherTitle() async throws {
    var course = try await PreviewedCourse()
    let text = "---\ndescription: About it.\nprerequisites: [a]\n---\n\n# Lesson d\n\nIt begins.\n"
    _ = try await course.edit("Content/d/overview.md", text)
    let changed = try await course.edit("Content/a/overview.md", PreviewedCourse.overview("Other"))
    #expect(changed.contains("d/index.html"))
    #expect(!changed.contains("c/index.html"))
  }

  @Test func checksLinksAgainIntoAPageThatLostAHeading() async throws {
    var course = try await PreviewedCourse()
    _ = try await course.edit("Content/b/lesson.md", "# Lesson b\n\n## Another part\n")
    #expect(course.preview.diagnostics.map(\.span.path) == ["Content/a/lesson.md"])
    _ = try await course.edit("Content/b/lesson.md", "# Lesson b\n\n## The part\n")
    #expect(course.preview.diagnostics == [])
  }

  @Test func followsFilesThatComeAndGo() async throws {
    var course = try await PreviewedCourse()
    _ = try await course.edit("Content/b/lesson.md", "# Lesson b\n\n## The part\n\n![A foot](foot.png)\n")
    #expect(course.preview.diagnostics.map(\.rule.id) == ["image.broken"])
    #expect(try await course.edit("Content/b/foot.png", "foot").contains("b/foot.png"))
    #expect(course.preview.diagnostics == [])
    #expect(try await course.edit("Content/b/foot.png", "other") == ["b/foot.png"])
    try course.folder.remove("Content/b/foot.png")
    _ = try await course.changed(["Content/b/foot.png"])
    #expect(course.preview.diagnostics.map(\.rule.id) == ["image.broken"])
  }

  @Test func followsLessonsThatComeAndGo() async throws {
    var course = try await PreviewedCourse()
    try course.folder.write(PreviewedCourse.overview("New"), to: "Content/new/overview.md")
    let track = PreviewedCourse.track.replacing("[c, d]", with: "[c, new, d]")
    try course.folder.write(track, to: "Content/track.yml")
    let changed = try await course.changed(["Content/new", "Content/track.yml"])
    #expect(changed.isSuperset(of: ["new/index.html", "c/lesson.html", "d/index.html"]))
    try course.folder.move("Content/new", to: "Content/newer")
    try course.folder.write(track.replacing("new", with: "newer"), to: "Content/track.yml")
    _ = try await course.changed(["Content/new", "Content/newer", "Content/track.yml"])
    #expect(course.preview.site?.files["new/index.html"] == nil)
    #expect(course.preview.site?.files["newer/index.html"] != nil)
  }

  @Test func followsSymbolicLinks() async throws {
    var course = try await PreviewedCourse()
    try course.folder.write("foot", to: "Content/a/pictures/foot.png")
    try course.folder.write("hand", to: "Content/a/pictures/hand.png")
    try course.folder.link("Content/b/images", to: "../a/pictures")
    try course.folder.link("Content/b/references.md", to: "../a/notes.md")
    try course.folder.write("# Notes\n", to: "Content/a/notes.md")
    try course.folder.link("Content/b/one.png", to: "../a/pictures/foot.png")
    let text = "# Lesson b\n\n## The part\n\n![A foot](images/foot.png) ![One](one.png)\n"
    try course.folder.write(text, to: "Content/b/lesson.md")
    _ = try await course.changed(["Content/a", "Content/b"])
    #expect(
      try await course.edit("Content/a/pictures/foot.png", "two") == ["b/images/foot.png", "b/one.png"])
    #expect(
      try await course.edit("Content/a/notes.md", "# Other\n") == ["b/references.html", "b/references.md"])
    #expect(
      try await course.edit("Content/c/lesson.md", "# C\n\n## The part\n") == [
        "c/lesson.html", "c/lesson.md",
      ])
    try course.folder.remove("Content/b/one.png")
    try course.folder.link("Content/b/one.png", to: "../a/pictures/hand.png")
    #expect(try await course.changed(["Content/b/one.png"]) == ["b/one.png"])
    try course.folder.write("one", to: "Content/.shared/hidden.png")
    try course.folder.link("Content/b/two.png", to: "../.shared/hidden.png")
    let longer = text + "![Two](two.png)\n"
    #expect(try await course.edit("Content/b/lesson.md", longer).contains("b/two.png"))
    // Nobody tells of hidden files, so that they are read again with every other.
    try course.folder.write("two", to: "Content/.shared/hidden.png")
    _ = try await course.edit("Content/c/lesson.md", "# Other\n\n## The part\n")
    try course.folder.move("Content/a/pictures", to: "Content/a/drawings")
    _ = try await course.changed(["Content/a/pictures", "Content/a/drawings"])
    #expect(course.preview.diagnostics.contains { $0.rule.id == "image.broken" })
  }

  @Test func followsFoldersThatAreMovedAwayAsAWhole() async throws {
    var course = try await PreviewedCourse()
    let text = "# Lesson b\n\n## The part\n\n![A foot](images/foot.png)\n"
    try course.folder.write(text, to: "Content/b/lesson.md")
    try course.folder.write("foot", to: "Content/b/images/foot.png")
    _ = try await course.changed(["Content/b/lesson.md", "Content/b/images"])
    #expect(course.preview.diagnostics == [])
    try course.folder.move("Content/b/images", to: "images")
    _ = try await course.changed(["Content/b/images"])
    #expect(course.preview.diagnostics.map(\.rule.id) == ["image.broken"])
    try course.folder.move("Content/b", to: "b")
    _ = try await course.changed(["Content/b"])
    #expect(course.preview.diagnostics.map(\.rule.id) == ["link.broken", "track.unknown-lesson"])
    try course.folder.move("b", to: "Content/b")
    try course.folder.move("images", to: "Content/b/images")
    _ = try await course.changed(["Content/b"])
    #expect(course.preview.diagnostics == [])
  }

  @Test func followsEmptyFolders() async throws {
    var course = try await PreviewedCourse()
    try course.folder.makeFolder("Content/new")
    _ = try await course.changed(["Content/new"])
    #expect(course.preview.diagnostics.map(\.rule.id) == ["track.unlisted-lesson"])
    try course.folder.remove("Content/new")
    _ = try await course.changed(["Content/new"])
    #expect(course.preview.diagnostics == [])
  }

  @Test func followsTheTheme() async throws {
    var course = try await PreviewedCourse()
    let changed = try await course.edit("Templates/footer.mustache", "<footer>{{track}}</footer>\n")
    #expect(changed.isSuperset(of: ["404.html", "a/index.html", "d/lesson.html"]))
    #expect(try await course.edit("Content/static/file.txt", "text") == ["file.txt"])
  }

  @Test func keepsTheLastGoodTrackWhileTrackYMLIsBroken() async throws {
    var course = try await PreviewedCourse()
    try course.folder.write("title: [\n", to: "Content/track.yml")
    let site = try await course.preview.update(SiteChanges(["Content/track.yml"]))
    #expect(site.files["a/index.html"] != nil)
    #expect(course.preview.diagnostics.map(\.rule.id) == ["yaml.syntax"])
    try course.folder.write("# Mended\n", to: "Content/a/lesson.md")
    let next = try await course.preview.update(SiteChanges(["Content/a/lesson.md"]))
    #expect(next.files["a/lesson.md"] == Array("# Mended\n".utf8))
    _ = try await course.edit("Content/track.yml", PreviewedCourse.track)
  }

  @Test func comparesWithTheSiteThatWasLastPublished() async throws {
    var course = try await PreviewedCourse()
    let page = "# Lesson b\n\n## The part\n"
    for heading in ["Before", "After"] {
      _ = try await course.edit("Content/b/lesson.md", "\(page)\n## \(heading)\n")
      #expect(course.preview.diagnostics.map(\.rule.id) == (heading == "After" ? ["lost.anchor"] : []))
      let report = try await course.builder().build(into: nil)
      #expect(report.publication != nil)
      _ = try await course.edit("Content/a/overview.md", PreviewedCourse.overview("Lesson a"))
      #expect(course.preview.diagnostics == [])
    }
  }

  @Test func readsWhatItMissedOnceTheMachineAllowsIt() async throws {
    var course = try await PreviewedCourse()
    try course.folder.move("Content", to: "Elsewhere")
    await #expect(throws: WorkspaceError.self) {
      try await course.preview.update(SiteChanges(["Content", "Content/a/lesson.md"]))
    }
    try course.folder.write("# Other\n", to: "Elsewhere/a/lesson.md")
    try course.folder.move("Elsewhere", to: "Content")
    let site = try await course.preview.update(SiteChanges(["Content/track.yml"]))
    #expect(site.files["a/lesson.md"] == Array("# Other\n".utf8))
  }
}
