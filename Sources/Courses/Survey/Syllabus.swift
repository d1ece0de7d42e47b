import Diagnostics

/// The phases and lessons that `track.yml` lists, brought together with the folders that are there.
struct Syllabus {
  private(set) var phases: [Phase] = []
  private(set) var lessons: [Lesson] = []
  private(set) var diagnostics: [Diagnostic] = []

  private let folders: [String: LessonFiles]
  private let includesDrafts: Bool
  /// The folders that an entry seems to mean.
  private var misspelt: Set<String> = []

  init(listing file: TrackFile, folders: [LessonFiles], includesDrafts: Bool) {
    self.folders = Dictionary(folders.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
    self.includesDrafts = includesDrafts
    var listed: [String: Span] = [:]
    for entry in file.phases.flatMap(\.entries) where listed[entry.slug.value] == nil {
      listed[entry.slug.value] = entry.slug.span
    }
    let unlisted = folders.map(\.slug).filter { listed[$0] == nil }.sorted()
    for (index, phase) in file.phases.enumerated() {
      let start = lessons.count
      for entry in phase.entries {
        if let first = listed[entry.slug.value], first != entry.slug.span {
          diagnostics.append(.duplicateLesson(entry.slug.value, at: entry.slug.span, first: first))
        } else if let lesson = lesson(of: entry, phase: index, unlisted: unlisted) {
          lessons.append(lesson)
        }
      }
      phases.append(Phase(title: phase.title, lessons: start..<lessons.count))
    }
    // A syllabus that could not be read lists nothing; then the folders are not to blame.
    if !listed.isEmpty || file.diagnostics.isEmpty {
      reportUnlisted(unlisted.filter { !misspelt.contains($0) }, in: file.source)
    }
  }

  private mutating func lesson(of entry: TrackFile.Entry, phase: Int, unlisted: [String]) -> Lesson? {
    let slug = entry.slug.value
    let number = lessons.count + 1
    let folder = folders[slug]
    if let planned = entry.planned {
      if folder != nil { diagnostics.append(.plannedLesson(slug, at: planned.span)) }
      return Lesson(
        slug: slug, number: number, phase: phase, title: planned.value, overview: nil, pages: [])
    }
    guard let folder else {
      let meant = nearest(to: slug, among: unlisted)
      let isTaken = meant.map(misspelt.contains) ?? false
      let isSure = !isTaken && onlyNear(to: slug, among: unlisted) == meant
      diagnostics.append(.unknownLesson(slug, meant: meant, isSure: isSure, at: entry.slug.span))
      if let meant { misspelt.insert(meant) }
      return nil
    }
    if folder.overview == nil {
      diagnostics.append(.missingOverview(slug, at: CourseFiles.path(slug)))
    }
    let overview = folder.overview?.overview ?? Overview(description: "")
    let isPublished = includesDrafts || !overview.isDraft
    return Lesson(
      slug: slug, number: number, phase: phase, title: folder.overview?.title ?? slug, overview: overview,
      pages: isPublished ? folder.pages.sorted() : [])
  }

  private mutating func reportUnlisted(_ slugs: [String], in track: SourceFile) {
    let adding = slugs.first { Slug.isValid($0) }.flatMap { LessonListing.adding($0, to: track) }
    for slug in slugs {
      let path = CourseFiles.path(slug)
      let place = Span(path: path)
      if Slug.reserved.contains(slug) {
        diagnostics.append(.reservedSlug(slug, at: place))
      } else if !Slug.isValid(slug) {
        diagnostics.append(.badSlug(slug, at: place))
      } else {
        diagnostics.append(.unlistedLesson(slug, at: path, fixIt: adding?(slug)))
      }
    }
  }
}
