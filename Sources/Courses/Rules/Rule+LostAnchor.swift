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
    let now = Set(facts.anchors)
    let former = formerAnchors[page.path] ?? []
    let lost = (page.anchors + former).filter { anchor in
      !now.contains(anchor) && !redirects.contains("\(page.path)#\(anchor)")
        && !questions.contains { anchor == $0 || anchor.hasSuffix("-\($0)") }
    }
    guard !lost.isEmpty else { return [] }
    let succession = Succession(from: page.anchors, to: facts.anchors)
    return lost.enumerated().map { index, anchor in
      let successor = index < Self.suggestionLimit ? succession.successor(of: anchor) : nil
      let place = successor.flatMap { facts.anchors.firstIndex(of: $0) }.map { facts.headings[$0] } ?? 0..<0
      return .lostAnchor(anchor, of: facts.page, successor: successor, at: place)
    }
  }
}

extension Diagnostic {
  fileprivate static func lostAnchor(
    _ anchor: String, of page: PageID, successor: String?, at place: Range<Int>
  ) -> Diagnostic {
    let source = "\(page.htmlPath)#\(anchor)"
    return Diagnostic(
      .lostAnchor, at: Span(path: CourseFiles.path(page.markdownPath), range: place),
      "the published page has a heading “#\(anchor)”, and this one has not",
      help: successor.map {
        "lead links on in track.yml, under redirects: `\(source): \(page.htmlPath)#\($0)`"
      }
        ?? "lead links on in track.yml, under redirects: `\(source): …`, with a heading of this page")
  }
}
