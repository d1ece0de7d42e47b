import Diagnostics

/// Compares a course with the site that was last published: what links and learners' progress hang on
/// there, and the course no longer has.
package struct LossCheck {
  /// What is lost, in the order of ``Diagnostic``.
  package private(set) var diagnostics: [Diagnostic] = []

  let course: Course
  let pages: [PageID: PageFacts]
  let published: PublishedSite
  /// Where the pages and anchors that moved lead to.
  let redirects: [String: String]
  /// The anchors that pages once had and that the published site led on, by the page's path.
  let formerAnchors: [String: [String]]
  private let mistaken: Set<String>

  /// How many losses of one kind, on one page, get a suggestion of what took their place.
  static let suggestionLimit = 20

  /// - Parameters:
  ///   - course: the skeleton of the track.
  ///   - pages: what the pages that could be read hold.
  ///   - published: the site that was last published.
  ///   - mistaken: the paths, relative to the project, that errors were found at: what seems to be lost
  ///     there may only be misspelt.
  package init(of course: Course, pages: [PageFacts], since published: PublishedSite, mistaken: Set<String>) {
    self.course = course
    self.pages = Dictionary(pages.map { ($0.page, $0) }, uniquingKeysWith: { first, _ in first })
    self.published = published
    self.mistaken = mistaken
    redirects = Dictionary(
      course.redirects.map { ($0.source, $0.target) }, uniquingKeysWith: { first, _ in first })
    var formerAnchors: [String: [String]] = [:]
    for redirect in published.redirects {
      let page = redirect.prefix { $0 != "#" }
      guard page.endIndex != redirect.endIndex else { continue }
      formerAnchors[String(page), default: []].append(String(redirect[page.endIndex...].dropFirst()))
    }
    self.formerAnchors = formerAnchors
    diagnostics += lostPages()
    for page in published.pages {
      let path = redirects[page.path]?.prefix { $0 != "#" } ?? page.path[...]
      guard let id = PageID(htmlPath: path), let facts = self.pages[id], isSound(id.markdownPath) else {
        continue
      }
      let questions = lostQuestions(of: page, in: facts)
      // What learners did on a page that moved is lost with its address, and nothing brings it back.
      if path == page.path { diagnostics += questions.diagnostics }
      diagnostics += lostAnchors(of: page, in: facts, besides: questions.ids)
    }
    diagnostics = diagnostics.sortedWithoutRepeats()
  }

  /// Whether no error was found at a path in `Content/`.
  func isSound(_ path: String) -> Bool { !mistaken.contains(CourseFiles.path(path)) }

  /// Whether no error was found in a lesson's folder.
  func isSound(lesson slug: String) -> Bool {
    let folder = CourseFiles.path(slug)
    return !mistaken.contains { $0 == folder || $0.hasPrefix("\(folder)/") }
  }
}

/// What took the place of names that are gone from a list.
struct Succession {
  /// The new names by the gone ones that stood between the same neighbours.
  private var byPlace: [String: String] = [:]
  /// The names that the old list does not have, in order.
  let added: [String]

  /// - Parameters:
  ///   - old: the names before, in order.
  ///   - new: the names now, in order.
  init(from old: [String], to new: [String]) {
    let before = Set(old)
    let after = Set(new)
    added = new.filter { !before.contains($0) }
    let gone = Self.runs(of: old, without: after)
    let came = Self.runs(of: new, without: before)
    for (neighbour, names) in gone {
      guard let others = came[neighbour], others.count == names.count else { continue }
      byPlace.merge(zip(names, others)) { first, _ in first }
    }
  }

  /// The name that took the place of a gone one: the nearest in spelling, or else the one in its place;
  /// nil where nothing speaks for one.
  func successor(of name: String) -> String? {
    nearest(to: name, among: added) ?? byPlace[name]
  }

  /// The runs of names that are not kept, by the kept name before each; the empty name before the first.
  private static func runs(of names: [String], without kept: Set<String>) -> [String: [String]] {
    var runs: [String: [String]] = [:]
    var neighbour = ""
    for name in names {
      if kept.contains(name) { neighbour = name } else { runs[neighbour, default: []].append(name) }
    }
    return runs
  }
}
