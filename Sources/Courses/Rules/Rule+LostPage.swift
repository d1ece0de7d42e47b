import Diagnostics

extension Rule {
  package static let lostPage = Rule(
    "lost.page", .warning,
    "The last published site had a page that this one has not, and no redirect leads its readers on.")
}

extension LossCheck {
  /// Finds the pages that are gone, those of one lesson told of together where all of it is gone.
  func lostPages() -> [Diagnostic] {
    guard isSound("track.yml") else { return [] }
    let now = Set(course.pages.map(\.htmlPath))
    let isGone = { (path: String) in !now.contains(path) && redirects[path] == nil }
    let former = published.redirects.filter { !$0.contains("#") && isGone($0) }
    var diagnostics = former.map(Diagnostic.lostRedirect)
    var lost: [String: [PageID]] = [:]
    for id in published.pages.filter({ isGone($0.path) }).compactMap({ PageID(htmlPath: $0.path) }) {
      lost[id.lesson, default: []].append(id)
    }
    guard !lost.isEmpty else { return diagnostics }
    let before = publishedLessons
    var suggestions = 0
    for (slug, ids) in lost.sorted(by: { $0.key < $1.key }) where isSound(lesson: slug) {
      guard let lesson = course[slug], lesson.isPublished else {
        suggestions += 1
        let successor = suggestions <= Self.suggestionLimit ? self.successor(of: slug, among: before) : nil
        let isDraft = course[slug]?.overview?.isDraft == true
        diagnostics.append(.lostLesson(slug, pages: ids, isDraft: isDraft, successor: successor))
        continue
      }
      diagnostics += ids.map(Diagnostic.lostPage)
    }
    return diagnostics
  }

  /// The new lesson that a gone one perhaps became: it has most of its anchors, or a name like it.
  ///
  /// - Parameter before: ``publishedLessons``.
  private func successor(of slug: String, among before: [String: Set<String>]) -> String? {
    let old = before[slug] ?? []
    let added = course.lessons.filter { $0.isPublished && before[$0.slug] == nil }.map(\.slug)
    let shared = added.map { slug in (slug, old.intersection(anchors(ofLesson: slug)).count) }
    if let best = shared.max(by: { $0.1 < $1.1 }), best.1 * 2 > old.count { return best.0 }
    return nearest(to: slug, among: added)
  }

  /// The anchors of each published lesson, with the kinds of their pages, by its slug.
  private var publishedLessons: [String: Set<String>] {
    var lessons: [String: Set<String>] = [:]
    for page in published.pages {
      guard let id = PageID(htmlPath: page.path) else { continue }
      lessons[id.lesson, default: []].formUnion(page.anchors.map { "\(id.kind.rawValue)#\($0)" })
    }
    return lessons
  }

  private func anchors(ofLesson slug: String) -> Set<String> {
    let ids = course[slug]?.pages.map { PageID(lesson: slug, kind: $0) } ?? []
    return Set(ids.flatMap { id in pages[id]?.anchors.map { "\(id.kind.rawValue)#\($0)" } ?? [] })
  }
}

extension Diagnostic {
  fileprivate static func lostPage(_ page: PageID) -> Diagnostic {
    Diagnostic(
      .lostPage, at: Span(path: CourseFiles.path(page.markdownPath)),
      "the published site has the page “\(page.htmlPath)”, and this one has not",
      help: "lead its readers on in track.yml, under redirects: "
        + "`\(page.htmlPath): \(PageID(lesson: page.lesson, kind: .overview).htmlPath)`")
  }

  /// - Parameter pages: those of its pages that no redirect leads on; at least one.
  fileprivate static func lostLesson(
    _ slug: String, pages: [PageID], isDraft: Bool, successor: String?
  ) -> Diagnostic {
    let source = pages[0]
    let target = successor.map { PageID(lesson: $0, kind: source.kind).htmlPath } ?? "…"
    let redirect = "under redirects: `\(source.htmlPath): \(target)`"
    let rest = pages.count > 1 ? ", and so on for each of its \(pages.count) pages" : ""
    guard isDraft else {
      return Diagnostic(
        .lostPage, at: Span(path: CourseFiles.path("track.yml")),
        "the published site has the lesson “\(slug)”, and this one has not",
        help: "lead its readers on, \(redirect)\(rest)")
    }
    return Diagnostic(
      .lostPage, at: Span(path: CourseFiles.path(PageID(lesson: slug, kind: .overview).markdownPath)),
      "the published site has the lesson “\(slug)”, and as a draft it is left out",
      help: "set its status to published, or lead its readers on in track.yml, \(redirect)\(rest)")
  }

  fileprivate static func lostRedirect(_ path: String) -> Diagnostic {
    Diagnostic(
      .lostPage, at: Span(path: CourseFiles.path("track.yml")),
      "the published site leads the readers of “\(path)” on, and this one does not",
      help: "put it back under redirects: `\(path): …`")
  }
}
