import Diagnostics

/// Checks that no file of a lesson and no redirect takes the place of something else in the site, nor a
/// place that differs in case only, which many file systems take for the same.
struct OccupiedPathCheck {
  private(set) var diagnostics: [Diagnostic] = []
  /// What is published where, by the path in lower case.
  private var files: [String: Occupant] = [:]
  /// Which folders there are, by the path in lower case.
  private var folders: [String: Occupant] = [:]

  private enum Occupant {
    case page(PageID)
    case lesson(slug: String)
    case other(String)

    /// What a message calls it.
    var name: String {
      switch self {
      case .page(let page): "the page “\(CourseFiles.path(page.markdownPath))”"
      case .lesson(let slug): "the lesson “\(slug)”"
      case .other(let name): name
      }
    }
  }

  /// - Parameters:
  ///   - lessons: the lessons with the pages that are published.
  ///   - courseFiles: the files of the course.
  ///   - redirects: the redirects with their final places.
  init(of lessons: [Lesson], files courseFiles: CourseFiles, redirects: [Redirect]) {
    let assets = courseFiles.lessons.flatMap(\.assets).sorted()
    let redirects = redirects.filter { !$0.source.contains("#") }
    // The pages themselves cannot be in each other's way.
    guard !assets.isEmpty || !redirects.isEmpty else { return }
    for path in ["index.html", "review.html", "404.html", "llms.txt", "sitemap.xml", "assets"] {
      files[path] = .other("the site's own “\(path)”")
    }
    for lesson in lessons {
      folders[lesson.slug] = .lesson(slug: lesson.slug)
      for kind in lesson.pages {
        let page = PageID(lesson: lesson.slug, kind: kind)
        files[page.htmlPath] = .page(page)
        files[page.markdownPath] = .page(page)
      }
    }
    for path in assets {
      let file = CourseFiles.path(path)
      add(path, name: "“\(file)”", at: Span(path: file))
    }
    for redirect in redirects {
      add(redirect.source, name: "the redirect of “\(redirect.source)”", at: redirect.span)
    }
  }

  private mutating func add(_ sitePath: String, name: String, at span: Span) {
    let key = sitePath.lowercased()
    let ancestors = key.indices.filter { key[$0] == "/" }.map { String(key[..<$0]) }
    let taken = [files[key], folders[key]] + ancestors.map { files[$0] }
    if let other = taken.compactMap(\.self).first {
      diagnostics.append(.occupiedPath(at: span, sitePath: sitePath, other: other.name))
      return
    }
    files[key] = .other(name)
    for folder in ancestors where folders[folder] == nil { folders[folder] = .other("the folder of \(name)") }
  }
}
