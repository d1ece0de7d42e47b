/// One of the five kinds of page that a lesson can have, in the order of its menu.
package enum PageKind: String, CaseIterable, Comparable, Sendable {
  case overview, lesson, cheatsheet, practice, references

  package static func < (left: PageKind, right: PageKind) -> Bool {
    left.order < right.order
  }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Names a page of the track.
package struct PageID: Hashable, Sendable {
  /// The slug of the page's lesson.
  package let lesson: String
  /// Which of the lesson's pages it is.
  package let kind: PageKind

  package init(lesson: String, kind: PageKind) {
    self.lesson = lesson
    self.kind = kind
  }

  /// The page whose HTML lies at a path of the site.
  ///
  /// - Parameter htmlPath: such as `a-lesson/index.html`; nil where no page can lie there.
  package init?(htmlPath: some StringProtocol) {
    guard let slash = htmlPath.firstIndex(of: "/"), htmlPath.hasSuffix(".html") else { return nil }
    let name = htmlPath[htmlPath.index(after: slash)...].dropLast(".html".count)
    guard let kind = name == "index" ? .overview : PageKind(rawValue: String(name)),
      kind != .overview || name == "index"
    else { return nil }
    self.init(lesson: String(htmlPath[..<slash]), kind: kind)
  }

  /// The page whose Markdown lies at a path of `Content/`.
  ///
  /// - Parameter markdownPath: such as `a-lesson/lesson.md`; nil where no page can lie there.
  package init?(markdownPath: some StringProtocol) {
    guard let slash = markdownPath.firstIndex(of: "/"), markdownPath.hasSuffix(".md") else { return nil }
    let name = markdownPath[markdownPath.index(after: slash)...].dropLast(".md".count)
    guard let kind = PageKind(rawValue: String(name)) else { return nil }
    self.init(lesson: String(markdownPath[..<slash]), kind: kind)
  }

  /// Where its Markdown lies in `Content/`, and where the copy of it lies in the site.
  package var markdownPath: String { "\(lesson)/\(markdownName)" }

  /// The name of its Markdown file, which leads there from the lesson's other pages.
  package var markdownName: String { kind.rawValue + ".md" }

  /// Where its HTML lies in the site.
  package var htmlPath: String { "\(lesson)/\(htmlName)" }

  /// The name of its HTML file, which leads there from the lesson's other pages.
  package var htmlName: String { fileName + ".html" }

  /// The name of its HTML file without `.html`.
  package var fileName: String { kind == .overview ? "index" : kind.rawValue }
}
