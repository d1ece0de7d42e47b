import Courses
import Rendering

extension SiteDiff {
  /// Compares two sites on the disk.
  ///
  /// Pages and headers are read only where their hashes differ and the theme's fingerprints do too.
  ///
  /// - Parameters:
  ///   - old: the folder of the site as it was, absolute or relative to the working folder.
  ///   - new: the folder of the site as it is.
  /// - Throws: an error with a remedy where one of them is no site, or cannot be read.
  package init(from old: String, to new: String) throws(WorkspaceError) {
    let oldSite = try BuiltSite(at: old)
    let newSite = try BuiltSite(at: new)
    let oldAssets = ThemeAssets(of: oldSite.manifest)
    let newAssets = ThemeAssets(of: newSite.manifest)
    let mayDifferInName = !oldAssets.hasSameNames(as: newAssets)
    var differing: Set<String> = []
    for file in newSite.manifest.files {
      guard let before = oldSite.manifest.file(at: file.path), before != file else { continue }
      // A fingerprint has one length, so that pages of two sizes differ in more than that.
      if mayDifferInName, before.size == file.size, Self.namesAssets(file.path),
        let oldText = try oldSite.content(of: before), let newText = try newSite.content(of: file)
      {
        let isSame =
          file.path == SiteRenderer.headersPath
          ? oldAssets.withoutFingerprints(headers: oldText) == newAssets.withoutFingerprints(headers: newText)
          : oldAssets.withoutFingerprints(oldText) == newAssets.withoutFingerprints(newText)
        if isSame { continue }
      }
      differing.insert(file.path)
    }
    self.init(from: oldSite.manifest, to: newSite.manifest, differing: differing)
  }

  /// Whether the file of a path names assets with their fingerprints.
  private static func namesAssets(_ path: String) -> Bool {
    path.hasSuffix(".html") || path == SiteRenderer.headersPath
  }

  /// Compares what two manifests say.
  ///
  /// - Parameter differing: the paths of the files that both have with another content, those left out
  ///   that differ by fingerprints only.
  init(from old: Manifest, to new: Manifest, differing: Set<String>) {
    let old = SiteIndex(of: old)
    let new = SiteIndex(of: new)
    comparePages(old, new, differing)
    compareFiles(old, new, differing)
    compareTheme(old, new)
    compareQuestions(old, new)
    compareAnchors(old, new)
    compareObjectives(old, new)
  }

  // MARK: Pages and files

  private mutating func comparePages(_ old: SiteIndex, _ new: SiteIndex, _ differing: Set<String>) {
    for file in new.manifest.files where new.isPage(file.path) {
      if !old.isPage(file.path) {
        pages.added.append(file.path)
      } else if differing.contains(file.path) {
        pages.changed.append(file.path)
      }
    }
    for file in old.manifest.files where file.path.hasSuffix(".html") {
      let isThere = old.isPage(file.path) ? new.isPage(file.path) : new.manifest.file(at: file.path) != nil
      if !isThere { pages.removed.append(LostPage(path: file.path, redirect: new.redirects[file.path])) }
    }
  }

  private mutating func compareFiles(_ old: SiteIndex, _ new: SiteIndex, _ differing: Set<String>) {
    var told: Set<String> = []
    for page in (pages.added + pages.changed + pages.removed.map(\.path)).compactMap(PageID.init(htmlPath:)) {
      told.insert(page.markdownPath)
      told.insert("assets/cards/\(page.lesson).js")
    }
    let isOther = { (index: SiteIndex, path: String) in
      !index.isPage(path) && !ThemeAssets.holds(path) && !told.contains(path)
    }
    for file in new.manifest.files where isOther(new, file.path) {
      if old.manifest.file(at: file.path) == nil {
        files.added.append(file.path)
      } else if differing.contains(file.path), isOther(old, file.path) {
        files.changed.append(file.path)
      }
    }
    for file in old.manifest.files where isOther(old, file.path) && !file.path.hasSuffix(".html") {
      if new.manifest.file(at: file.path) == nil { files.removed.append(file.path) }
    }
  }

  private mutating func compareTheme(_ old: SiteIndex, _ new: SiteIndex) {
    let old = ThemeAssets(of: old.manifest).files
    let new = ThemeAssets(of: new.manifest).files
    theme = Set(old.keys).union(new.keys).sorted { $0.precedes($1) }.filter { old[$0]?.hash != new[$0]?.hash }
  }

  // MARK: Questions

  private mutating func compareQuestions(_ old: SiteIndex, _ new: SiteIndex) {
    let added = new.questionNames.filter { old.questions[$0] == nil }
    var taken: Set<QuestionName> = []
    let addedByVersion = Dictionary(grouping: added) { new.questions[$0]?.version ?? "" }
    for name in old.questionNames {
      guard let before = old.questions[name] else { continue }
      if let after = new.questions[name] {
        if before != after {
          questions.edited.append(EditedQuestion(question: name, key: KeyChange(before.key, after.key)))
        }
        continue
      }
      let candidates = addedByVersion[before.version] ?? []
      let now =
        candidates.first { $0.page == name.page && !taken.contains($0) }
        ?? candidates.first { !taken.contains($0) }
      if let now { taken.insert(now) }
      questions.removed.append(LostQuestion(question: name, now: now))
    }
    questions.added = added.filter { !taken.contains($0) }
  }

  // MARK: Anchors and objectives

  private mutating func compareAnchors(_ old: SiteIndex, _ new: SiteIndex) {
    for page in old.manifest.pages {
      guard let after = new.pages[page.path] else { continue }
      let anchors = Set(after.anchors)
      let former = old.formerAnchors[page.path] ?? []
      for anchor in page.anchors + former where !anchors.contains(anchor) {
        let redirect = new.redirects["\(page.path)#\(anchor)"]
        // That an anchor was a former one already is no news as long as it leads somewhere.
        if redirect != nil, !page.anchors.contains(anchor) { continue }
        self.anchors.append(LostAnchor(page: page.path, anchor: anchor, redirect: redirect))
      }
    }
  }

  private mutating func compareObjectives(_ old: SiteIndex, _ new: SiteIndex) {
    for (lesson, tested) in old.objectives.sorted(by: { $0.key.precedes($1.key) }) {
      guard let still = new.objectives[lesson] else { continue }
      for objective in tested.subtracting(still).sorted(by: { $0.precedes($1) }) {
        objectives.append(LostObjective(lesson: lesson, objective: objective))
      }
    }
  }
}

extension SiteDiff.KeyChange {
  fileprivate init(_ old: String?, _ new: String?) {
    switch (old, new) {
    case (nil, nil): self = .unknown
    case (nil, _): self = .published
    case (_, nil): self = .withheld
    default: self = old == new ? .unchanged : .changed
    }
  }
}

/// A manifest with its parts by their names.
private struct SiteIndex {
  let manifest: Manifest
  /// The pages by their paths.
  let pages: [String: Manifest.Page]
  /// Where pages and anchors that moved lead to.
  let redirects: [String: String]
  /// The anchors that a page once had and that still lead somewhere, by the page's path.
  let formerAnchors: [String: [String]]
  /// Every question's name in the order of the pages, each once.
  let questionNames: [SiteDiff.QuestionName]
  let questions: [SiteDiff.QuestionName: Manifest.Question]
  /// The objectives that the questions of a lesson test, by its slug.
  let objectives: [String: Set<String>]

  init(of manifest: Manifest) {
    self.manifest = manifest
    pages = Dictionary(manifest.pages.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    redirects = Dictionary(
      manifest.redirects.map { ($0.from, $0.to) }, uniquingKeysWith: { first, _ in first })
    var formerAnchors: [String: [String]] = [:]
    for redirect in manifest.redirects {
      let page = redirect.from.prefix { $0 != "#" }
      guard page.endIndex != redirect.from.endIndex else { continue }
      formerAnchors[String(page), default: []].append(String(redirect.from[page.endIndex...].dropFirst()))
    }
    self.formerAnchors = formerAnchors
    var questionNames: [SiteDiff.QuestionName] = []
    var questions: [SiteDiff.QuestionName: Manifest.Question] = [:]
    var objectives: [String: Set<String>] = [:]
    for page in manifest.pages {
      for question in page.questions {
        let name = SiteDiff.QuestionName(page: page.path, id: question.id)
        if questions.updateValue(question, forKey: name) == nil { questionNames.append(name) }
      }
      objectives[String(page.path.prefix { $0 != "/" }), default: []].formUnion(page.objectives)
    }
    self.questionNames = questionNames
    self.questions = questions
    self.objectives = objectives
  }

  /// Whether a path is that of a page, and not of one in place of a moved page.
  func isPage(_ path: String) -> Bool {
    path.hasSuffix(".html") && redirects[path] == nil && manifest.file(at: path) != nil
  }
}
