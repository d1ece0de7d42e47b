import Diagnostics

/// The last pass over a course: what can only be checked when all its pages were read.
package struct CourseCheck: Sendable {
  let course: Course
  private(set) var pages: [PageID: PageFacts]
  /// The files of `Content/` that are no pages, as paths in it.
  private let assets: Set<String>
  /// What is wrong with each lesson, in the order of the track.
  private var lessonDiagnostics: [[Diagnostic]] = []
  private var imageDiagnostics: [Diagnostic] = []
  /// The places that headings moved to, by their old ones.
  let moved: [String: String]

  /// What is wrong, in the order of ``Diagnostic``.
  package var diagnostics: [Diagnostic] {
    (lessonDiagnostics.flatMap(\.self) + imageDiagnostics + redirectAnchors()).sortedWithoutRepeats()
  }

  /// - Parameters:
  ///   - course: the skeleton of the track.
  ///   - pages: what the pages that could be read hold. A page that could not be read is left out; what
  ///     depends on its text is then not checked.
  ///   - assets: the files of `Content/` that are no pages, as paths in it.
  package init(of course: Course, pages: [PageFacts], assets: Set<String>) {
    self.course = course
    self.pages = Dictionary(pages.map { ($0.page, $0) }, uniquingKeysWith: { first, _ in first })
    self.assets = assets
    moved = Dictionary(
      course.redirects.map { ($0.source, $0.target) }, uniquingKeysWith: { first, _ in first })
    var anchors: [PageID: Set<String>] = [:]
    lessonDiagnostics = course.lessons.map { diagnostics(of: $0, &anchors) }
    imageDiagnostics = unusedImages(among: assets)
  }

  /// Checks again what can be different once some lessons of the same course were read again.
  ///
  /// - Parameters:
  ///   - pages: what the pages of these lessons hold now.
  ///   - lessons: the lessons, as indices of ``Course/lessons``.
  package mutating func update(_ pages: [PageFacts], of lessons: [Int]) {
    let ids = lessons.flatMap { index in
      course.lessons[index].pages.map { PageID(lesson: course.lessons[index].slug, kind: $0) }
    }
    let old = ids.map { self.pages.removeValue(forKey: $0) }
    for page in pages { self.pages[page.page] = page }
    let isMoved = Set(zip(ids, old).filter { self.pages[$0]?.anchors != $1?.anchors }.map(\.0))

    var again = Set(lessons)
    if !isMoved.isEmpty {
      for page in self.pages.values where page.links.contains(where: { isMoved.contains($0.target) }) {
        if let lesson = course[page.page.lesson] { again.insert(lesson.number - 1) }
      }
    }
    var anchors: [PageID: Set<String>] = [:]
    for index in again { lessonDiagnostics[index] = diagnostics(of: course.lessons[index], &anchors) }
    if zip(ids, old).contains(where: { self.pages[$0]?.assets != $1?.assets }) {
      imageDiagnostics = unusedImages(among: assets)
    }
  }

  /// What is wrong with a lesson.
  ///
  /// - Parameter anchors: of the pages that were linked to so far.
  private func diagnostics(of lesson: Lesson, _ anchors: inout [PageID: Set<String>]) -> [Diagnostic] {
    let facts = lesson.pages.compactMap { pages[PageID(lesson: lesson.slug, kind: $0)] }
    var diagnostics = facts.flatMap { brokenAnchors(on: $0, &anchors) }
    diagnostics += statedMinutes(of: lesson, facts)
    let objectives = lesson.overview?.objectives ?? []
    if facts.contains(where: { $0.page.kind == .practice }) {
      diagnostics += ObjectiveCoverage.untested(objectives, tested: Set(facts.flatMap(\.objectives)))
    }
    if !objectives.isEmpty { diagnostics += facts.flatMap(ObjectiveCoverage.questionsWithoutObjective) }
    return diagnostics
  }

  /// Whether every page that is published was read.
  var isWhole: Bool {
    course.lessons.allSatisfy { lesson in
      lesson.pages.allSatisfy { pages[PageID(lesson: lesson.slug, kind: $0)] != nil }
    }
  }

  /// What the page of a path in the site holds, the path without its anchor.
  func facts(ofSitePath path: some StringProtocol) -> PageFacts? {
    PageID(htmlPath: path).flatMap { pages[$0] }
  }
}
