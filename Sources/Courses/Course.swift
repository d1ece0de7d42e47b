import Diagnostics

/// The skeleton of a track: what every page needs to know of all the others.
///
/// It is read in one cheap pass over `track.yml` and the overviews, before any other page.
package struct Course: Sendable {
  /// What `track.yml` says of the whole.
  package let track: Track
  /// The phases, in order.
  package let phases: [Phase]
  /// All lessons in the order of the track; ``Phase/lessons`` are ranges of it.
  package let lessons: [Lesson]
  /// Pages and anchors that moved.
  package let redirects: [Redirect]
  private let indexBySlug: [String: Int]
  /// The former anchors of pages: by the page's path and the anchor that now stands for them.
  private let formerAnchors: [String: [String: [String]]]

  /// - Parameters:
  ///   - track: what `track.yml` says of the whole.
  ///   - phases: the phases, in order; their ranges cover `lessons` without gap or overlap.
  ///   - lessons: all lessons in the order of the track, with distinct slugs.
  ///   - redirects: pages and anchors that moved, each leading to its final place.
  package init(track: Track, phases: [Phase], lessons: [Lesson], redirects: [Redirect] = []) {
    self.track = track
    self.phases = phases
    self.lessons = lessons
    self.redirects = redirects
    indexBySlug = Dictionary(
      lessons.enumerated().map { ($1.slug, $0) }, uniquingKeysWith: { first, _ in first })
    let moved = Dictionary(redirects.map { ($0.source, $0.target) }, uniquingKeysWith: { first, _ in first })
    var formerAnchors: [String: [String: [String]]] = [:]
    var taken: Set<String> = []
    for redirect in redirects {
      let source = redirect.source.split(separator: "#", maxSplits: 1).map(String.init)
      let target = redirect.target.split(separator: "#", maxSplits: 1).map(String.init)
      guard source.count == 2, target.count == 2 else { continue }
      // An address on a page that moved is looked for on the page that took its place.
      let page = moved[source[0]].map { String($0.prefix { $0 != "#" }) } ?? source[0]
      guard page == target[0], taken.insert("\(page)#\(source[1])").inserted else { continue }
      formerAnchors[page, default: [:]][target[1], default: []].append(source[1])
    }
    self.formerAnchors = formerAnchors
  }

  /// The anchors that headings of a page had before, by the anchors that they have now.
  package func formerAnchors(of page: PageID) -> [String: [String]] {
    formerAnchors[page.htmlPath] ?? [:]
  }

  /// All pages that are published, in the order of the track and of the lessons' menus.
  package var pages: [PageID] {
    lessons.flatMap { lesson in lesson.pages.map { PageID(lesson: lesson.slug, kind: $0) } }
  }

  /// Whether a page is published: the same as asking its lesson, which is large to hand out.
  package func publishes(_ page: PageID) -> Bool {
    indexBySlug[page.lesson].map { lessons[$0].pages.contains(page.kind) } ?? false
  }

  /// The lesson with a slug.
  package subscript(slug: String) -> Lesson? {
    indexBySlug[slug].map { lessons[$0] }
  }
}

/// What `track.yml` says of the course as a whole.
package struct Track: Hashable, Sendable {
  /// The course's name.
  package var title: String
  /// Its number in a series.
  package var number: Int?
  /// What it is about, in one sentence.
  package var description: String
  /// The language of its text as a BCP 47 tag.
  package var language: String
  /// Where it is published: an absolute `http` or `https` URL that ends in `/`.
  package var url: String?

  package init(title: String, number: Int?, description: String, language: String, url: String?) {
    self.title = title
    self.number = number
    self.description = description
    self.language = language
    self.url = url
  }
}

/// An ordered group of lessons.
package struct Phase: Hashable, Sendable {
  /// Its name.
  package let title: String
  /// Its lessons, as indices of ``Course/lessons``.
  package let lessons: Range<Int>

  package init(title: String, lessons: Range<Int>) {
    self.title = title
    self.lessons = lessons
  }
}

/// A unit of a track: a folder with up to five pages, or only a title so far.
package struct Lesson: Hashable, Sendable {
  /// The name of its folder; `[a-z0-9]+(-[a-z0-9]+)*`.
  package let slug: String
  /// Its place in the track, from 1.
  package let number: Int
  /// Its phase, as an index of ``Course/phases``.
  package let phase: Int
  /// Its name in plain text: the overview's `# Title`, or what `track.yml` plans.
  package let title: String
  /// Its overview's front matter; nil for a lesson that is only planned.
  package let overview: Overview?
  /// The page kinds that it has, in the order of ``PageKind``; empty where this build publishes none.
  package let pages: [PageKind]

  package init(
    slug: String, number: Int, phase: Int, title: String, overview: Overview?, pages: [PageKind]
  ) {
    self.slug = slug
    self.number = number
    self.phase = phase
    self.title = title
    self.overview = overview
    self.pages = pages
  }

  /// Whether this build shows its pages; otherwise the syllabus only names it.
  package var isPublished: Bool { !pages.isEmpty }
}

/// What an overview's front matter says of its lesson.
package struct Overview: Hashable, Sendable {
  /// What the lesson is about, in one sentence.
  package var description: String
  /// How hard it is.
  package var difficulty: Difficulty?
  /// The slugs of the lessons that come before it.
  package var prerequisites: [Placed<String>]
  /// What a learner can do afterwards.
  package var objectives: [Objective]
  /// How long it takes, as the author says.
  package var minutes: Minutes
  /// Whether it is left out unless drafts are asked for.
  package var isDraft: Bool

  package init(
    description: String, difficulty: Difficulty? = nil, prerequisites: [Placed<String>] = [],
    objectives: [Objective] = [], minutes: Minutes = Minutes(), isDraft: Bool = false
  ) {
    self.description = description
    self.difficulty = difficulty
    self.prerequisites = prerequisites
    self.objectives = objectives
    self.minutes = minutes
    self.isDraft = isDraft
  }
}

/// How hard a lesson is.
package enum Difficulty: String, CaseIterable, Sendable {
  case introductory, standard, advanced
}

/// What a learner can do after a lesson.
package struct Objective: Hashable, Sendable {
  /// The name by which questions refer to it.
  package let slug: String
  /// What the learner can do, as plain text.
  package let text: String
  /// Where the front matter names it.
  package let span: Span

  package init(slug: String, text: String, span: Span) {
    self.slug = slug
    self.text = text
    self.span = span
  }
}

/// How long a lesson takes, in whole minutes of at least 1; nil where it is to be estimated.
package struct Minutes: Hashable, Sendable {
  /// Reading the lesson page.
  package var read: Placed<Int>?
  /// Doing the practice page.
  package var practice: Placed<Int>?

  package init(read: Placed<Int>? = nil, practice: Placed<Int>? = nil) {
    self.read = read
    self.practice = practice
  }
}

/// A value together with its place in a source file.
package struct Placed<Value: Hashable & Sendable>: Hashable, Sendable {
  package let value: Value
  package let span: Span

  package init(_ value: Value, at span: Span) {
    self.value = value
    self.span = span
  }
}

/// A page or an anchor that moved, with its final place.
package struct Redirect: Hashable, Sendable {
  /// The old page, as a path in the site such as `old-slug/lesson.html`, with `#anchor` for an anchor.
  package let source: String
  /// The new page, in the same form.
  package let target: String
  /// Where `track.yml` names the new page.
  package let span: Span
  /// Whether that is where the new page is named, and not another page that leads there in its turn.
  package let isDirect: Bool

  package init(from source: String, to target: String, at span: Span, isDirect: Bool = true) {
    self.source = source
    self.target = target
    self.span = span
    self.isDirect = isDirect
  }
}
