import Diagnostics

extension LinkResolver {
  /// What the author of a link to nothing perhaps meant.
  struct Suggestion {
    /// The file, relative to the page that holds the link.
    let path: String
    /// Whether nothing else can be meant.
    let isSure: Bool
  }

  /// What the author of a link to nothing perhaps meant, relative to the page that holds it.
  ///
  /// - Parameter path: what the link stands for, as a path in `Content/`.
  func suggestion(for path: String) -> Suggestion? {
    guard let slug = path.split(separator: "/").first.map(String.init) else { return nil }
    let rest = String(path.dropFirst(slug.count).drop { $0 == "/" })
    let name = rest.split(separator: "/").last.map(String.init) ?? ""

    var candidates = files(in: slug)
    var isLessonSure = true
    if candidates.isEmpty {
      let slugs = course.lessons.map(\.slug)
      guard let lesson = nearest(to: slug, among: slugs) else { return nil }
      isLessonSure = onlyNear(to: slug, among: slugs) == lesson
      candidates = files(in: lesson)
      if candidates.contains("\(lesson)/\(rest)") {
        return Suggestion(path: relativePath(to: "\(lesson)/\(rest)"), isSure: isLessonSure)
      }
    }
    // The folder of the other lesson without the step out of this one.
    let inOtherLesson = rest.split(separator: "/").first.map { files(in: String($0)) } ?? []
    if inOtherLesson.contains(rest) { return Suggestion(path: relativePath(to: rest), isSure: true) }
    // The right file in the wrong folder.
    let namesakes = candidates.filter { !name.isEmpty && $0.hasSuffix("/" + name) }
    if namesakes.count == 1 {
      return Suggestion(path: relativePath(to: namesakes[0]), isSure: isLessonSure)
    }
    return nearest(to: path, among: candidates).map { candidate in
      // A letter or two tell whole paths apart only if they stand in what is written, not in what is added.
      let isSure =
        isLessonSure && onlyNear(toPath: name, among: names(of: candidates)) == self.name(of: candidate)
      return Suggestion(path: relativePath(to: candidate), isSure: isSure)
    }
  }

  /// The destination that surely was meant by one that cannot be published.
  ///
  /// - Parameters:
  ///   - destination: as the file spells it.
  ///   - problem: what is wrong with it.
  ///   - suggestion: for a link to nothing, what was perhaps meant.
  /// - Returns: nil where only the author can tell.
  func meant(by destination: String, _ problem: LinkProblem, suggestion: Suggestion?) -> String? {
    let fragment = destination.drop { $0 != "#" }
    switch problem {
    case .missing:
      guard let suggestion, suggestion.isSure else { return nil }
      return Self.written(suggestion.path) + fragment
    case .folder(let overview): return overview.map { Self.written($0) + fragment }
    case .html(let path): return Self.written(String(path.prefix { $0 != "#" })) + fragment
    case .absolute where destination.hasPrefix("//"):
      let url = "https:" + destination
      return target(of: url) == .external(url) ? url : nil
    case .absolute where destination.hasPrefix("/\(CourseFiles.root)/"):
      // GitHub begins such links at the top of the repository.
      return inCourse("../" + destination.dropFirst(CourseFiles.root.count + 2))
    case .absolute: return inCourse(".." + destination)
    case .query: return inCourse(String(destination.prefix { $0 != "?" }) + fragment)
    case .empty, .scheme, .malformed, .outside, .planned, .draft: return nil
    }
  }

  /// A destination, written as short as it can be, if it leads to a page or a file of the course.
  private func inCourse(_ destination: String) -> String? {
    let fragment = destination.drop { $0 != "#" }
    switch target(of: destination) {
    case .page(let page, _): return Self.written(relativePath(to: page.markdownPath)) + fragment
    case .asset(let path, _): return Self.written(relativePath(to: path)) + fragment
    case .problem(.html(let path)): return Self.written(String(path.prefix { $0 != "#" })) + fragment
    case .external, .problem: return nil
    }
  }

  /// A path as a link can spell it: percent-encoded where a character would mean something else.
  private static func written(_ path: String) -> String {
    let isPlain = path.unicodeScalars.allSatisfy { scalar in
      !scalar.properties.isWhitespace && !"()<>\\%?#\"'*[]`|&:~^!".unicodeScalars.contains(scalar)
    }
    return isPlain ? path : PercentEncoding.encode(path: path)
  }

  private func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  private func names(of paths: [String]) -> Set<String> { Set(paths.map(name(of:))) }

  /// The pages and other files of a folder of `Content/`, as paths in it.
  private func files(in folder: String) -> [String] {
    let pages = course[folder]?.pages.map { PageID(lesson: folder, kind: $0).markdownPath } ?? []
    return pages + assets.filter { $0.hasPrefix(folder + "/") }.sorted()
  }
}
