import Diagnostics

/// The last pass over a course: what can only be checked when all its pages were read.
package struct CourseCheck {
  /// What is wrong, in the order of ``Diagnostic``.
  package private(set) var diagnostics: [Diagnostic] = []

  let course: Course
  let pages: [PageID: PageFacts]

  /// - Parameters:
  ///   - course: the skeleton of the track.
  ///   - pages: what the pages that could be read hold. A page that could not be read is left out; what
  ///     depends on its text is then not checked.
  ///   - assets: the files of `Content/` that are no pages, as paths in it.
  package init(of course: Course, pages: [PageFacts], assets: Set<String>) {
    self.course = course
    self.pages = Dictionary(pages.map { ($0.page, $0) }, uniquingKeysWith: { first, _ in first })
    diagnostics += brokenAnchors()
    diagnostics += redirectAnchors()
    diagnostics += unusedImages(among: assets)
    diagnostics += statedMinutes()
    diagnostics += uncoveredObjectives()
    diagnostics = diagnostics.sortedWithoutRepeats()
  }

  /// Finds the objectives that no question tests, in lessons that have a practice page.
  private func uncoveredObjectives() -> [Diagnostic] {
    course.lessons.flatMap { lesson -> [Diagnostic] in
      guard pages[PageID(lesson: lesson.slug, kind: .practice)] != nil else { return [] }
      let facts = lesson.pages.compactMap { pages[PageID(lesson: lesson.slug, kind: $0)] }
      return ObjectiveCoverage.check(
        lesson.overview?.objectives ?? [], tested: Set(facts.flatMap(\.objectives)))
    }
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
