import Diagnostics

extension Rule {
  package static let lostAnchor = Rule(
    "lost.anchor", .warning,
    "The last published site had a heading whose address this one lost, so that links from outside lead nowhere."
  )
}

extension LossCheck {
  /// Finds the anchors that a page lost, and that no redirect leads on.
  ///
  /// - Parameter questions: the questions that the page lost; their headings are not told of again.
  func lostAnchors(
    of page: PublishedSite.Page, in facts: PageFacts, besides questions: [String]
  ) -> [Diagnostic] {
    let former = formerAnchors[page.path] ?? []
    if former.isEmpty, page.anchors == facts.anchors { return [] }
    let now = Set(facts.anchors)
    // An address on a page that is not found leads to its top, where the title is.
    let lost = (page.anchors.dropFirst() + former).filter { anchor in
      !now.contains(anchor) && redirects["\(page.path)#\(anchor)"] == nil
        && !questions.contains { anchor == $0 || anchor.hasSuffix("-\($0)") }
    }
    guard !lost.isEmpty else { return [] }
    let succession = Succession(from: page.anchors, to: facts.anchors)
    return lost.enumerated().map { index, anchor in
      let successor = index < Self.suggestionLimit ? succession.successor(of: anchor) : nil
      let place = successor.flatMap { facts.anchors.firstIndex(of: $0) }.map { facts.headings[$0] } ?? 0..<0
      return .lostAnchor("\(page.path)#\(anchor)", on: facts.page, successor: successor, at: place)
    }
  }
}

extension Diagnostic {
  /// - Parameters:
  ///   - source: the lost address: the path of the published page, `#` and the id.
  ///   - page: the page that it is looked for on.
  ///   - successor: the id of the heading that perhaps took its place.
  fileprivate static func lostAnchor(
    _ source: String, on page: PageID, successor: String?, at place: Range<Int>
  ) -> Diagnostic {
    let anchor = source.drop { $0 != "#" }
    let path = source.dropLast(anchor.count)
    let message =
      path == page.htmlPath
      ? "the published page has a heading “\(anchor)”, and this one has not"
      : "the published page “\(path)”, which moved here, has a heading “\(anchor)”, and this one has not"
    let redirect = "`\(source): \(successor.map { "\(page.htmlPath)#\($0)" } ?? "…")`"
    return Diagnostic(
      .lostAnchor, at: Span(path: CourseFiles.path(page.markdownPath), range: place), message,
      help: "lead links on in track.yml, under redirects: \(redirect)"
        + (successor == nil ? ", with a heading of this page" : ""))
  }
}
