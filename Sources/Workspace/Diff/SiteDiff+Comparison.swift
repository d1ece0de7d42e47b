import Courses
import Rendering

extension SiteDiff {
  /// Compares two sites on the disk.
  ///
  /// Pages and headers are read only where their hashes differ.
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
    var surroundings: Set<String> = []
    for file in newSite.manifest.files {
      guard let before = oldSite.manifest.file(at: file.path), before != file else { continue }
      let isPage = file.path.hasSuffix(".html")
      if isPage || file.path == SiteRenderer.headersPath, let old = try oldSite.content(of: before),
        let new = try newSite.content(of: file)
      {
        // A fingerprint has one length, so that files of two sizes differ in more than that.
        if mayDifferInName, before.size == file.size {
          let isSame =
            isPage
            ? oldAssets.withoutFingerprints(old) == newAssets.withoutFingerprints(new)
            : oldAssets.withoutFingerprints(headers: old) == newAssets.withoutFingerprints(headers: new)
          if isSame { continue }
        }
        if isPage, PageContent.of(old) == PageContent.of(new) { surroundings.insert(file.path) }
      }
      differing.insert(file.path)
    }
    self.init(
      from: oldSite.manifest, to: newSite.manifest, differing: differing, surroundings: surroundings)
  }

  /// Compares what two manifests say.
  ///
  /// - Parameters:
  ///   - differing: the paths of the files that both have with other bytes, those left out that differ by
  ///     fingerprints only.
  ///   - surroundings: the paths of those pages among them that have the same content.
  init(from old: Manifest, to new: Manifest, differing: Set<String>, surroundings: Set<String> = []) {
    let old = SiteIndex(of: old)
    let new = SiteIndex(of: new)
    comparePages(old, new, differing, surroundings)
    compareFiles(old, new, differing)
    compareTheme(old, new)
    compareQuestions(old, new)
    compareAnchors(old, new)
    compareObjectives(old, new)
  }

  // MARK: Pages and files

  private mutating func comparePages(
    _ old: SiteIndex, _ new: SiteIndex, _ differing: Set<String>, _ surroundings: Set<String>
  ) {
    for file in new.manifest.files where new.isPage(file.path) {
      if !old.isPage(file.path) {
        pages.added.append(file.path)
      } else if surroundings.contains(file.path) {
        pages.surroundings.append(file.path)
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

  // MARK: Anchors and objectives

  private mutating func compareAnchors(_ old: SiteIndex, _ new: SiteIndex) {
    for page in old.manifest.pages {
      guard let after = new.pages[page.path] ?? new.redirects[page.path].flatMap({ new.pages[$0] }) else {
        continue
      }
      let anchors = Set(after.anchors)
      let former = old.formerAnchors[page.path] ?? []
      // An address on a page that is not found leads to its top, where the title is.
      for anchor in page.anchors.dropFirst() + former where !anchors.contains(anchor) {
        let redirect = new.redirects["\(page.path)#\(anchor)"]
        // That an anchor was a former one already is no news as long as it leads somewhere.
        if redirect != nil, !page.anchors.contains(anchor) { continue }
        self.anchors.append(LostAnchor(page: page.path, anchor: anchor, redirect: redirect))
      }
    }
  }

  private mutating func compareObjectives(_ old: SiteIndex, _ new: SiteIndex) {
    for (lesson, tested) in old.objectives.sorted(by: { $0.key.precedes($1.key) }) {
      guard let slug = new.slug(of: lesson), let still = new.objectives[slug] else { continue }
      for objective in tested.subtracting(still).sorted(by: { $0.precedes($1) }) {
        objectives.append(LostObjective(lesson: slug, objective: objective))
      }
    }
  }
}
