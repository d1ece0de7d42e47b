/// What changed between two skeletons of a course, as far as the pages of the lessons show it.
package struct CourseChange {
  /// Whether every page may be different: the track's own facts, its lessons, or which pages they have.
  package let concernsEverything: Bool
  private let old: Course
  private let new: Course
  /// For each phase whether its sidebar is different.
  private let changedPhases: [Bool]

  /// - Parameters:
  ///   - old: the skeleton before.
  ///   - new: the skeleton after.
  package init(from old: Course, to new: Course) {
    self.old = old
    self.new = new
    concernsEverything =
      old.track != new.track || old.lessons.count != new.lessons.count
      || !zip(old.lessons, new.lessons).allSatisfy { $0.hasSameAddresses(as: $1) }
    changedPhases = new.phases.indices.map { index in
      guard old.phases.indices.contains(index), old.phases[index] == new.phases[index] else { return true }
      let range = new.phases[index].lessons
      return range.upperBound > old.lessons.count
        || !zip(old.lessons[range], new.lessons[range]).allSatisfy { $0.title == $1.title }
    }
  }

  /// Whether a page of a lesson may be different though its own files are as they were.
  ///
  /// - Parameter lesson: a lesson of the skeleton after.
  package func concerns(_ lesson: Lesson) -> Bool {
    let index = lesson.number - 1
    guard !concernsEverything, old.lessons[index] == lesson, !changedPhases[lesson.phase] else { return true }
    let shown =
      [neighbour(of: index, step: -1), neighbour(of: index, step: 1)].compactMap(\.self)
      + (lesson.overview?.prerequisites ?? []).compactMap { new[$0.value].map { $0.number - 1 } }
    return shown.contains { old.lessons[$0].title != new.lessons[$0].title }
      || lesson.pages.contains { kind in
        let page = PageID(lesson: lesson.slug, kind: kind)
        return old.formerAnchors(of: page) != new.formerAnchors(of: page)
      }
  }

  /// The nearest lesson with pages, to which the links at the end of a page lead.
  private func neighbour(of index: Int, step: Int) -> Int? {
    var index = index + step
    while new.lessons.indices.contains(index) {
      if new.lessons[index].isPublished { return index }
      index += step
    }
    return nil
  }
}

extension Lesson {
  /// Whether links lead to the same pages of both, and to the same mistakes.
  fileprivate func hasSameAddresses(as other: Lesson) -> Bool {
    slug == other.slug && pages == other.pages && (overview == nil) == (other.overview == nil)
      && overview?.isDraft == other.overview?.isDraft
  }
}
