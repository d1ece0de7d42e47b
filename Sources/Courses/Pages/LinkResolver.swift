import Diagnostics

/// Finds what the links of one page lead to, and the URLs that lead there from the published page.
package struct LinkResolver: Sendable {
  /// The page that holds the links.
  package let page: PageID
  let course: Course
  let assets: Set<String>

  /// - Parameters:
  ///   - page: the page that holds the links.
  ///   - course: the skeleton of the track.
  ///   - assets: the files of `Content/` that are no pages, as paths in it; those under `static` too.
  package init(page: PageID, course: Course, assets: Set<String>) {
    self.page = page
    self.course = course
    self.assets = assets
  }

  // MARK: Where links lead

  /// What a destination means.
  ///
  /// - Parameter destination: as cmark gives it: escapes and character references resolved, percent
  ///   escapes as they were written.
  package func target(of destination: String) -> LinkTarget {
    if destination.isEmpty || destination == "#" { return .problem(.empty) }
    if let target = Self.externalTarget(of: destination) { return target }
    if destination.holdsByte(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) {
      return .problem(.malformed)
    }
    if destination.utf8.first == UInt8(ascii: "/") { return .problem(.absolute) }

    let beforeFragment = destination.utf8.prefix { $0 != UInt8(ascii: "#") }
    let encodedPath = Substring(beforeFragment.prefix { $0 != UInt8(ascii: "?") })
    if encodedPath.endIndex != beforeFragment.endIndex { return .problem(.query) }
    var fragment: String?
    if beforeFragment.endIndex != destination.endIndex {
      let encoded = Substring(destination.utf8[beforeFragment.endIndex...].dropFirst())
      guard let decoded = PercentEncoding.decode(encoded) else { return .problem(.malformed) }
      fragment = decoded.isEmpty ? nil : decoded
    }
    if encodedPath.isEmpty { return .page(page, fragment: fragment) }
    guard let path = PercentEncoding.decode(encodedPath),
      !path.holdsByte(where: { $0 < 0x20 || $0 == 0x7F })
    else { return .problem(.malformed) }
    return localTarget(of: path, fragment: fragment)
  }

  /// The target of a destination with a scheme; nil for one without.
  ///
  /// Browsers drop tabs and line ends from URLs and control characters and spaces before them (WHATWG URL
  /// Standard, section 4.4), so the scheme is read as they read it.
  static func externalTarget(of destination: String) -> LinkTarget? {
    guard destination.holdsByte(where: { $0 == UInt8(ascii: ":") }) else { return nil }
    if isPlainlyExternal(destination) { return .external(destination) }
    let seen = destination.utf8.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }.drop { $0 <= 0x20 }
    let name = seen.prefix(while: isSchemeByte)
    guard let first = name.first, isLetter(first), seen.dropFirst(name.count).first == UInt8(ascii: ":")
    else { return nil }
    let scheme = String(decoding: name, as: UTF8.self).lowercased()
    guard ["http", "https", "mailto", "tel"].contains(scheme) else { return .problem(.scheme(scheme)) }
    let rest = String(decoding: seen.dropFirst(name.count + 1), as: UTF8.self)
    if destination.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return .problem(.malformed) }
    if scheme.hasPrefix("http") {
      let host = rest.dropFirst(2).prefix { !"/?#".contains($0) }
      guard rest.hasPrefix("//"), !host.isEmpty, !host.contains("\\"), !host.contains(" ") else {
        return .problem(.malformed)
      }
    } else if rest.isEmpty {
      return .problem(.malformed)
    }
    return .external(destination)
  }

  /// Whether a destination is the address of a web page in the usual form, `https://` and a host; most are.
  private static func isPlainlyExternal(_ destination: String) -> Bool {
    let scheme = "https://"
    guard destination.hasPrefix(scheme), let first = destination.utf8.dropFirst(scheme.utf8.count).first
    else {
      return false
    }
    return isLetter(first)
      && !destination.holdsByte { $0 <= 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  // MARK: In the course

  private func localTarget(of path: String, fragment: String?) -> LinkTarget {
    if let target = simpleTarget(of: path) { return pageTarget(target, path: path, fragment: fragment) }
    var parts = [page.lesson[...]]
    var isFolder = false
    for part in path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      let part = Substring(part)
      isFolder = part.isEmpty || part == "." || part == ".."
      if part == ".." {
        guard !parts.isEmpty else { return .problem(.outside) }
        parts.removeLast()
      } else if !part.isEmpty, part != "." {
        parts.append(part)
      }
    }
    if parts.count == 2, let kind = Self.kindsByMarkdownName[String(parts[1])] {
      return pageTarget(PageID(lesson: String(parts[0]), kind: kind), path: path, fragment: fragment)
    }
    let resolved = parts.joined(separator: "/")
    if !isFolder, assets.contains(resolved) { return .asset(resolved, fragment: fragment) }
    if parts.count <= 1 {
      let lesson = parts.first.flatMap { course[String($0)] }
      let overview = lesson.map { relativePath(to: PageID(lesson: $0.slug, kind: .overview).markdownPath) }
      if parts.isEmpty || lesson != nil { return .problem(.folder(suggestion: overview)) }
    }
    if parts.count == 2, let kind = Self.kindsByHTMLName[String(parts[1])] {
      let page = PageID(lesson: String(parts[0]), kind: kind)
      if course.publishes(page) {
        let path = relativePath(to: page.markdownPath)
        return .problem(.html(path + (fragment.map { "#" + $0 } ?? "")))
      }
    }
    return missing(path, resolved: resolved)
  }

  /// The page that a path in the usual form means, `page.md` or `../lesson/page.md`; nil for other paths.
  private func simpleTarget(of path: String) -> PageID? {
    var rest = path.utf8[...]
    var lesson = page.lesson
    if rest.starts(with: "../".utf8) {
      rest = rest.dropFirst(3)
      guard let slash = rest.firstIndex(of: UInt8(ascii: "/")), rest.first != UInt8(ascii: ".") else {
        return nil
      }
      lesson = String(Substring(rest[..<slash]))
      rest = rest[slash...].dropFirst()
    }
    guard !lesson.isEmpty else { return nil }
    return Self.kindsByMarkdownName[String(Substring(rest))].map { PageID(lesson: lesson, kind: $0) }
  }

  private func pageTarget(_ target: PageID, path: String, fragment: String?) -> LinkTarget {
    if course.publishes(target) { return .page(target, fragment: fragment) }
    guard let lesson = course[target.lesson] else { return missing(path, resolved: target.markdownPath) }
    guard let overview = lesson.overview else { return .problem(.planned(lesson: lesson.slug)) }
    if overview.isDraft, !lesson.isPublished { return .problem(.draft(lesson: lesson.slug)) }
    return missing(path, resolved: target.markdownPath)
  }

  /// - Parameters:
  ///   - path: what the author wrote.
  ///   - resolved: the same as a path in `Content/`.
  private func missing(_ path: String, resolved: String) -> LinkTarget {
    .problem(.missing(path, resolved: resolved))
  }

  private static let kindsByMarkdownName = kinds { PageID(lesson: "", kind: $0).markdownPath }
  private static let kindsByHTMLName = kinds { PageID(lesson: "", kind: $0).htmlPath }

  /// The kinds of pages by the names of their files.
  private static func kinds(byNameIn path: (PageKind) -> String) -> [String: PageKind] {
    Dictionary(uniqueKeysWithValues: PageKind.allCases.map { (String(path($0).dropFirst()), $0) })
  }

  // MARK: URLs

  /// The URL that leads from the published page to a target, percent-encoded; nil for a problem.
  ///
  /// It is relative and always names its file, so it holds at a domain's root, in a folder and from
  /// `file://`.
  package func url(of target: LinkTarget) -> String? {
    switch target {
    case .external(let url): return url
    case .page(let target, let fragment):
      let anchor = fragment.map { "#" + PercentEncoding.encode(fragment: $0) }
      if target == page, let anchor { return anchor }
      return PercentEncoding.encode(path: relativePath(to: target.htmlPath)) + (anchor ?? "")
    case .asset(let path, let fragment):
      let isStatic = path.hasPrefix("static/")
      let sitePath = isStatic ? "../" + path.dropFirst("static/".count) : relativePath(to: path)
      return PercentEncoding.encode(path: sitePath)
        + (fragment.map { "#" + PercentEncoding.encode(fragment: $0) } ?? "")
    case .problem: return nil
    }
  }

  /// The path from the page's folder to a path in `Content/`.
  func relativePath(to path: String) -> String {
    let folder = page.lesson.utf8
    let rest = path.utf8.dropFirst(folder.count)
    guard rest.first == UInt8(ascii: "/"), path.utf8.starts(with: folder) else { return "../" + path }
    return String(Substring(rest.dropFirst()))
  }
}

extension String {
  /// Whether any of its bytes in UTF-8 meets a condition: the same as asking its view of them, which asks the
  /// library anew for each byte.
  fileprivate func holdsByte(where condition: (UInt8) -> Bool) -> Bool {
    utf8.withContiguousStorageIfAvailable { $0.contains(where: condition) }
      ?? utf8.contains(where: condition)
  }
}
