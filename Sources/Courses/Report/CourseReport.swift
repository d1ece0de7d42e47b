/// A course as a course: which questions test which objectives, how long its pages take, and what each
/// lesson needs.
package struct CourseReport: Hashable, Sendable {
  /// The course's name.
  package let title: String
  /// The lessons in the order of the track.
  package let lessons: [Lesson]

  /// What there is to tell of a lesson.
  package struct Lesson: Encodable, Hashable, Sendable {
    /// The name of its folder.
    package let slug: String
    /// Its name.
    package let title: String
    /// Its place in the track, from 1.
    package let number: Int
    /// Whether it has pages in this build.
    package let status: Status
    /// The lessons that it needs, as its overview names them.
    package let prerequisites: [Prerequisite]
    /// Its pages, in the order of the lesson's menu.
    package let pages: [Page]
    /// What a learner can do afterwards, and what tests that.
    package let objectives: [Objective]
    /// The questions that test no objective.
    package let otherQuestions: [KindCount]
  }

  /// How far a lesson has come.
  package enum Status: String, Encodable, Hashable, Sendable {
    case published, draft, planned
  }

  /// A lesson that another one needs.
  package struct Prerequisite: Encodable, Hashable, Sendable {
    /// The name of its folder, as the overview gives it.
    package let slug: String
    /// Its place in the track; nil where the track has no such lesson.
    package let number: Int?
    /// How far it has come; nil where the track has no such lesson.
    package let status: Status?
  }

  /// What there is to tell of a page.
  package struct Page: Encodable, Hashable, Sendable {
    /// The kind, as its file is called.
    package let kind: String
    /// How many words there are to read, answers and code left out.
    package let words: Int
    /// How many questions there are.
    package let questions: Int
    /// The minutes that the overview states for it; nil where it states none.
    package let statedMinutes: Int?
    /// The minutes that it is estimated to take.
    package let estimatedMinutes: Int
  }

  /// An objective with what tests it.
  package struct Objective: Encodable, Hashable, Sendable {
    /// The name by which questions refer to it.
    package let slug: String
    /// What the learner can do.
    package let text: String
    /// How many questions of each kind test it; kinds of which there are none are left out.
    package let questions: [KindCount]
  }

  /// How many questions of a kind there are.
  package struct KindCount: Encodable, Hashable, Sendable {
    /// The kind, as authors write it in English.
    package let kind: String
    /// How many, at least 1.
    package let count: Int

    package init(kind: String, count: Int) {
      self.kind = kind
      self.count = count
    }
  }
}

extension CourseReport {
  /// - Parameters:
  ///   - course: the skeleton of the track.
  ///   - pages: what the pages that could be read hold, in any order.
  package init(of course: Course, pages: [PageFacts]) {
    title = course.track.title
    let facts = Dictionary(grouping: pages, by: \.page.lesson)
    lessons = course.lessons.map { lesson in
      let pages = (facts[lesson.slug] ?? []).sorted { $0.page.kind < $1.page.kind }
      let questions = pages.flatMap(\.questions)
      let objectives = lesson.overview?.objectives ?? []
      let slugs = Set(objectives.map(\.slug))
      return Lesson(
        slug: lesson.slug, title: lesson.title, number: lesson.number, status: Self.status(of: lesson),
        prerequisites: (lesson.overview?.prerequisites ?? []).map { prerequisite in
          let needed = course[prerequisite.value]
          return Prerequisite(
            slug: prerequisite.value, number: needed?.number, status: needed.map(Self.status))
        },
        pages: pages.map { Self.page($0, of: lesson) },
        objectives: objectives.map { objective in
          Objective(
            slug: objective.slug, text: objective.text,
            questions: Self.counts(questions.filter { $0.objectives.contains(objective.slug) }))
        }, otherQuestions: Self.counts(questions.filter { slugs.isDisjoint(with: $0.objectives) }))
    }
  }

  private static func status(of lesson: Courses.Lesson) -> Status {
    guard let overview = lesson.overview else { return .planned }
    return overview.isDraft ? .draft : .published
  }

  private static func page(_ facts: PageFacts, of lesson: Courses.Lesson) -> Page {
    let minutes = lesson.overview?.minutes
    let stated: Int? =
      switch facts.page.kind {
      case .lesson: minutes?.read?.value
      case .practice: minutes?.practice?.value
      case .overview, .cheatsheet, .references: nil
      }
    return Page(
      kind: facts.page.kind.rawValue, words: facts.words, questions: facts.questions.count,
      statedMinutes: stated,
      estimatedMinutes: facts.page.kind == .practice
        ? MinutesEstimate.practice(facts.questions) : MinutesEstimate.reading(words: facts.words))
  }

  private static func counts(_ questions: [QuestionFacts]) -> [KindCount] {
    let byKind = Dictionary(grouping: questions, by: \.kind)
    return QuestionKind.allCases.compactMap { kind in
      byKind[kind].map { KindCount(kind: kind.rawValue, count: $0.count) }
    }
  }
}
