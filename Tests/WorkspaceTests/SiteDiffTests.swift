import Testing

@testable import Workspace

/// What `waymark diff` finds between two manifests, and between two sites on the disk.
@Suite struct SiteDiffTests {
  private static let lesson = "a/lesson.html"
  private static let practice = "a/practice.html"

  private func manifest(
    _ files: [String: String], pages: [Manifest.Page] = [], redirects: [String: String] = [:]
  ) -> Manifest {
    Manifest(
      files: files.map { Manifest.File(path: $0.key, size: 1, hash: $0.value) }, pages: pages,
      redirects: redirects.map { Manifest.Redirect(from: $0.key, to: $0.value) })
  }

  private func diff(_ old: Manifest, _ new: Manifest) -> SiteDiff {
    let differing = new.files.filter { file in old.file(at: file.path).map { $0 != file } ?? false }
    return SiteDiff(from: old, to: new, differing: Set(differing.map(\.path)))
  }

  private func page(
    _ path: String, anchors: [String] = [], objectives: [String] = [], _ questions: [Manifest.Question] = []
  ) -> Manifest.Page {
    Manifest.Page(path: path, anchors: anchors, objectives: objectives, questions: questions)
  }

  private func question(_ id: String, _ version: String, key: String? = "k") -> Manifest.Question {
    Manifest.Question(id: id, version: version, key: key)
  }

  // MARK: Pages and files

  @Test func findsNothingBetweenEqualSites() {
    let site = manifest(
      ["index.html": "1", "a/lesson.html": "2", "notes.pdf": "3"],
      pages: [page(Self.lesson, anchors: ["a"])], redirects: ["old.html": "index.html"])
    let difference = diff(site, site)
    #expect(difference == diff(manifest([:]), manifest([:])))
    #expect(difference.markdown == "### What this changes\n\nNo page changed.\n")
  }

  @Test func tellsPagesFromTheFilesThatGoWithThem() {
    let old = manifest([
      "a/lesson.html": "1", "a/lesson.md": "1", "a/practice.html": "1", "a/practice.md": "1",
      "assets/cards/a.js": "1", "notes.pdf": "1", "gone.pdf": "1",
    ])
    let new = manifest([
      "a/lesson.html": "1", "a/lesson.md": "2", "a/practice.html": "2", "a/practice.md": "2",
      "assets/cards/a.js": "2", "notes.pdf": "2", "b/index.html": "1", "b/overview.md": "1", "new.pdf": "1",
    ])
    let difference = diff(old, new)
    #expect(difference.pages == .init(added: ["b/index.html"], changed: ["a/practice.html"], removed: []))
    #expect(
      difference.files
        == .init(added: ["new.pdf"], changed: ["a/lesson.md", "notes.pdf"], removed: ["gone.pdf"]))
  }

  @Test func knowsAMovedPageFromALostOne() {
    let old = manifest(
      ["a/lesson.html": "1", "b/lesson.html": "1", "long-gone.html": "1", "kept.html": "1"],
      redirects: ["long-gone.html": "a/lesson.html", "kept.html": "a/lesson.html"])
    let new = manifest(
      ["a/lesson.html": "2", "c/lesson.html": "1", "kept.html": "2"],
      redirects: ["a/lesson.html": "c/lesson.html", "kept.html": "c/lesson.html"])
    let difference = diff(old, new)
    #expect(difference.pages.added == ["c/lesson.html"])
    #expect(difference.pages.changed == [])
    #expect(
      difference.pages.removed == [
        .init(path: "a/lesson.html", redirect: "c/lesson.html"), .init(path: "b/lesson.html", redirect: nil),
        .init(path: "long-gone.html", redirect: nil),
      ])
    #expect(difference.files == .init(added: [], changed: ["kept.html"], removed: []))
  }

  @Test func namesThemeAssetsWithoutFingerprints() {
    let one = "1111111111111111"
    let two = "2222222222222222"
    let old = manifest(["assets/style.\(one).css": one, "assets/icon.svg": "1"])
    let new = manifest(["assets/style.\(two).css": two, "assets/icon.svg": "2", "assets/new.js": "1"])
    let difference = diff(old, new)
    #expect(difference.theme == ["icon.svg", "new.js", "style.css"])
    #expect(difference.files == .init())
  }

  // MARK: Questions, anchors, objectives

  @Test func followsQuestionsByNameAndContent() {
    let old = manifest(
      [:],
      pages: [
        page(
          Self.practice,
          [
            question("same", "1"), question("other-key", "2", key: "x"), question("other-text", "3"),
            question("renamed", "4"), question("moved", "5"), question("gone", "6"),
            question("hidden", "7"), question("never-shown", "8", key: nil), question("shown", "9", key: nil),
          ])
      ])
    let new = manifest(
      [:],
      pages: [
        page(
          Self.practice,
          [
            question("same", "1"), question("other-key", "2b", key: "y"), question("other-text", "3b"),
            question("new-name", "4"), question("new", "10"), question("hidden", "7b", key: nil),
            question("never-shown", "8b", key: nil), question("shown", "9b", key: "x"),
          ]),
        page("b/practice.html", [question("moved", "5")]),
      ])
    let questions = diff(old, new).questions
    #expect(questions.added.map(\.id) == ["new"])
    #expect(
      questions.edited.map { "\($0.question.id) \($0.key)" } == [
        "other-key changed", "other-text unchanged", "hidden withheld", "never-shown unknown",
        "shown published",
      ])
    #expect(diff(old, new).changedKeys.map(\.question.id) == ["other-key", "hidden"])
    #expect(
      questions.removed.map { "\($0.question.id) \($0.now.map { "\($0.page)#\($0.id)" } ?? "-")" } == [
        "renamed a/practice.html#new-name", "moved b/practice.html#moved", "gone -",
      ])
  }

  @Test func tellsOfKeysThatChangeWhileTheirQuestionMoves() {
    let old = manifest(
      [:],
      pages: [
        page(
          Self.practice,
          [question("a", "1", key: "x"), question("b", "2", key: "x"), question("model", "3", key: "x")]),
        page("b/practice.html", [question("c", "4", key: "x"), question("twice", "5", key: "x")]),
        page("c/practice.html", [question("twice", "6", key: "x")]),
      ])
    let new = manifest(
      [:],
      pages: [
        page(
          "d/practice.html",
          [question("a", "1b", key: "y"), question("b", "2b", key: "x"), question("better", "3", key: "y")]),
        page("e/practice.html", [question("c", "4b", key: "y"), question("twice", "7", key: "y")]),
      ], redirects: [Self.practice: "d/practice.html"])
    let difference = diff(old, new)
    #expect(
      difference.questions.removed.map {
        "\($0.question.id) \($0.now?.page ?? "-") \($0.key.map { "\($0)" } ?? "-")"
      }
        == [
          "a d/practice.html changed", "b d/practice.html unchanged", "model d/practice.html changed",
          "c e/practice.html changed", "twice - -", "twice - -",
        ])
    #expect(difference.questions.added.map(\.id) == ["twice"])
    #expect(
      difference.changedKeys.map { "\($0.question.page)#\($0.question.id)" } == [
        "d/practice.html#a", "d/practice.html#better", "e/practice.html#c",
      ])
    #expect(difference.markdown.contains("> **Answer keys changed** (3)\n>\n> - `a` in `d/practice.html`\n"))
  }

  @Test func followsAnchorsThroughRedirects() {
    let old = manifest(
      [:], pages: [page(Self.lesson, anchors: ["a", "b", "c"]), page("gone/lesson.html", anchors: ["x"])],
      redirects: ["a/lesson.html#older": "a/lesson.html#a", "a/lesson.html#oldest": "a/lesson.html#a"])
    let new = manifest(
      [:], pages: [page(Self.lesson, anchors: ["a", "d"])],
      redirects: ["a/lesson.html#b": "a/lesson.html#d", "a/lesson.html#older": "a/lesson.html#a"])
    #expect(
      diff(old, new).anchors.map { "\($0.page)#\($0.anchor) \($0.redirect ?? "-")" } == [
        "a/lesson.html#b a/lesson.html#d", "a/lesson.html#c -", "a/lesson.html#oldest -",
      ])
  }

  @Test func followsAnchorsOfAPageThatMoved() {
    let old = manifest([:], pages: [page(Self.lesson, anchors: ["title", "b", "c"])])
    let new = manifest(
      [:], pages: [page("b/lesson.html", anchors: ["other-title", "b"])],
      redirects: [Self.lesson: "b/lesson.html"])
    #expect(diff(old, new).anchors == [.init(page: Self.lesson, anchor: "c", redirect: nil)])
    let place = manifest([:], pages: new.pages, redirects: [Self.lesson: "b/lesson.html#b"])
    #expect(diff(old, place).anchors == [])
  }

  @Test func findsObjectivesThatNoQuestionTestsAnyMore() {
    let old = manifest(
      [:],
      pages: [
        page(Self.practice, objectives: ["apply", "explain", "name"]), page(Self.lesson),
        page("gone/practice.html", objectives: ["x"]),
      ])
    let new = manifest(
      [:], pages: [page(Self.practice, objectives: ["apply"]), page(Self.lesson, objectives: ["name"])])
    #expect(diff(old, new).objectives == [.init(lesson: "a", objective: "explain")])
  }

  @Test func findsObjectivesOfARenamedLesson() {
    let old = manifest(
      [:], pages: [page("a/index.html"), page(Self.practice, objectives: ["apply", "explain"])])
    let pages = [page("b/index.html"), page("b/practice.html", objectives: ["apply"])]
    let new = manifest([:], pages: pages, redirects: ["a/index.html": "b/index.html"])
    #expect(diff(old, new).objectives == [.init(lesson: "b", objective: "explain")])
    #expect(diff(old, manifest([:], pages: pages)).objectives == [])
  }

  // MARK: On the disk

  /// Compares two sites whose style sheets differ, from the HTML of a lesson for a style sheet's fingerprint.
  private func difference(
    of old: @escaping (String) -> String, _ new: @escaping (String) -> String
  ) throws -> SiteDiff {
    let test = try TestProject()
    for (name, style, lesson) in [("Old", "a{}", old), ("New", "b{}", new)] {
      let fingerprint = ContentHash(of: Array(style.utf8)).hexadecimal
      try test.publish(
        ["assets/style.\(fingerprint).css": style, Self.lesson: lesson(fingerprint)], to: name)
    }
    return try SiteDiff(from: test.folder.absolute("Old"), to: test.folder.absolute("New"))
  }

  @Test func leavesFingerprintsOutOfAccount() throws {
    let same = try difference(
      of: { "<link href=\"../assets/style.\($0).css\"><p>A" },
      { "<link href=\"../assets/style.\($0).css\"><p>A" })
    #expect(same.pages == .init())
    #expect(same.theme == ["style.css"])
    let other = try difference(
      of: { "<link href=\"../assets/style.\($0).css\"><p>A" },
      { "<link href=\"../assets/style.\($0).css\"><p>B" })
    #expect(other.pages.changed == [Self.lesson])
  }

  @Test func takesTextThatLooksLikeAnAddressForText() throws {
    let text = try difference(of: { "<p>assets/style.\($0).css" }, { "<p>assets/style.\($0).css" })
    #expect(text.pages.changed == [Self.lesson])
    let quoted = try difference(
      of: { "<p>href=&quot;assets/style.\($0).css&quot;" }, { "<p>href=&quot;assets/style.\($0).css&quot;" })
    #expect(quoted.pages.changed == [Self.lesson])
    let title = try difference(
      of: { "<abbr title=\"assets/style.\($0).css\">" }, { "<abbr title=\"assets/style.\($0).css\">" })
    #expect(title.pages.changed == [Self.lesson])
  }

  @Test func tellsContentFromWhatIsAroundIt() throws {
    let page = { (nav: String, text: String) in
      { (_: String) in
        """
        <nav class="side">\(nav)</nav>
        <main id="page.main"><p class="where">Lesson \(nav) </p><h1>T</h1><p>\(text)</p>
        <nav class="pager">\(nav)</nav></main><footer>\(nav)</footer>
        """
      }
    }
    let around = try difference(of: page("1", "A"), page("2", "A"))
    #expect(around.pages == .init(surroundings: [Self.lesson]))
    #expect(around.markdown.contains("\n\nNo page changed; 1 only in navigation and the like.\n"))
    let content = try difference(of: page("1", "A"), page("2", "B"))
    #expect(content.pages == .init(changed: [Self.lesson]))
    let bare = try difference(of: { _ in "<nav>1</nav><p>A" }, { _ in "<nav>2</nav><p>A" })
    #expect(bare.pages == .init(changed: [Self.lesson]))
    let unclosed = try difference(of: { _ in "<main><nav>1" }, { _ in "<main><nav>2" })
    #expect(unclosed.pages == .init(changed: [Self.lesson]))
  }

  @Test func refusesAFolderThatIsNoSite() throws {
    let test = try TestProject()
    try test.publish(["index.html": "x"])
    let site = test.folder.absolute("Public")
    for path in [test.folder.absolute("Content"), test.folder.absolute("nowhere")] {
      #expect(throws: WorkspaceError.self) { try SiteDiff(from: site, to: path) }
      #expect(throws: WorkspaceError.self) { try SiteDiff(from: path, to: site) }
    }
  }

  // MARK: Markdown

  @Test func keepsACommentWithinGitHubsLimit() {
    let paths = (0..<20_000).map { "\($0)" + String(repeating: "`x``", count: 200) + ".html" }
    let new = manifest(Dictionary(uniqueKeysWithValues: paths.map { ($0, "1") }))
    let markdown = diff(manifest([:]), new).markdown
    #expect(markdown.utf8.count <= SiteDiff.markdownLimit)
    #expect(markdown.contains("20000 pages added."))
    #expect(markdown.contains(/- and 19\d\d\d more\n$/))
  }

  @Test func quotesWhatComesFromTheSites() {
    let new = manifest(["@everyone [x](http://e.x) <b> `` ` .html": "1", "a\nb\u{202E}.html": "1"])
    #expect(
      diff(manifest([:]), new).markdown == """
        ### What this changes

        2 pages added.

        **Pages added** (2)

        - ``` @everyone [x](http://e.x) <b> `` ` .html ```
        - `a\u{FFFD}b\u{FFFD}.html`

        """)
  }
}
