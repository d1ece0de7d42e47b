import Diagnostics

/// Checks that no file of a lesson and no redirect takes the place of something else in the site, nor a
/// place that differs in case only, which many file systems take for the same.
struct OccupiedPathCheck {
  private(set) var diagnostics: [Diagnostic] = []
  /// What is published where, by the path in lower case.
  private var files: [String: String] = [:]
  /// Which folders there are, by the path in lower case.
  private var folders: [String: String] = [:]

  /// - Parameters:
  ///   - lessons: the lessons with the pages that are published.
  ///   - courseFiles: the files of the course.
  ///   - redirects: the redirects with their final places.
  init(of lessons: [Lesson], files courseFiles: CourseFiles, redirects: [Redirect]) {
    for path in ["index.html", "review.html", "404.html", "llms.txt", "sitemap.xml", "assets"] {
      files[path] = "the site's own “\(path)”"
    }
    for lesson in lessons {
      folders[lesson.slug] = "the lesson “\(lesson.slug)”"
      for kind in lesson.pages {
        let page = PageID(lesson: lesson.slug, kind: kind)
        let name = "the page “\(CourseFiles.path(page.markdownPath))”"
        files[page.htmlPath] = name
        files[page.markdownPath] = name
      }
    }
    for path in courseFiles.lessons.flatMap(\.assets).sorted() {
      let file = CourseFiles.path(path)
      add(path, name: "“\(file)”", at: Span(path: file))
    }
    for redirect in redirects where !redirect.source.contains("#") {
      add(redirect.source, name: "the redirect of “\(redirect.source)”", at: redirect.span)
    }
  }

  private mutating func add(_ sitePath: String, name: String, at span: Span) {
    let key = sitePath.lowercased()
    let ancestors = key.indices.filter { key[$0] == "/" }.map { String(key[..<$0]) }
    let taken = [files[key], folders[key]] + ancestors.map { files[$0] }
    if let other = taken.compactMap(\.self).first {
      diagnostics.append(.occupiedPath(at: span, sitePath: sitePath, other: other))
      return
    }
    files[key] = name
    for folder in ancestors where folders[folder] == nil { folders[folder] = "the folder of \(name)" }
  }

}
