import Diagnostics

extension LinkResolver {
  /// What the author of a link to nothing perhaps meant, relative to the page that holds it.
  ///
  /// - Parameter path: what the link stands for, as a path in `Content/`.
  func suggestion(for path: String) -> String? {
    guard let slug = path.split(separator: "/").first.map(String.init) else { return nil }
    let rest = String(path.dropFirst(slug.count).drop { $0 == "/" })
    let name = rest.split(separator: "/").last.map(String.init) ?? ""

    var candidates = files(in: slug)
    if candidates.isEmpty {
      guard let lesson = nearest(to: slug, among: course.lessons.map(\.slug)) else { return nil }
      candidates = files(in: lesson)
      if candidates.contains("\(lesson)/\(rest)") { return relativePath(to: "\(lesson)/\(rest)") }
    }
    // The folder of the other lesson without the step out of this one.
    let inOtherLesson = rest.split(separator: "/").first.map { files(in: String($0)) } ?? []
    if inOtherLesson.contains(rest) { return relativePath(to: rest) }
    // The right file in the wrong folder.
    let namesakes = candidates.filter { !name.isEmpty && $0.hasSuffix("/" + name) }
    if namesakes.count == 1 { return relativePath(to: namesakes[0]) }
    return nearest(to: path, among: candidates).map { relativePath(to: $0) }
  }

  /// The pages and other files of a folder of `Content/`, as paths in it.
  private func files(in folder: String) -> [String] {
    let pages = course[folder]?.pages.map { PageID(lesson: folder, kind: $0).markdownPath } ?? []
    return pages + assets.filter { $0.hasPrefix(folder + "/") }.sorted()
  }
}
