import Diagnostics

extension Rule {
  package static let brokenAnchor = Rule(
    "link.anchor", .error, isFixable: true,
    "A link leads to a heading that its page does not have.")
}

extension CourseCheck {
  /// How many broken anchors of one page get a suggestion.
  private static let suggestionLimit = 20

  /// Checks that every link of a page to a heading leads to one.
  ///
  /// - Parameter anchors: of the pages that were linked to so far.
  func brokenAnchors(on page: PageFacts, _ anchors: inout [PageID: Set<String>]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for link in page.links {
      let fragment = link.fragment
      guard let target = pages[link.target] else { continue }
      if anchors[link.target] == nil { anchors[link.target] = Set(target.anchors) }
      if anchors[link.target]?.contains(fragment) ?? false { continue }
      var meant = moved["\(link.target.htmlPath)#\(fragment)"].map {
        String($0.drop { $0 != "#" }.dropFirst())
      }
      var isSure = meant.map(target.anchors.contains) ?? false
      if meant == nil, diagnostics.count < Self.suggestionLimit {
        meant = nearest(to: fragment, among: target.anchors)
        isSure = meant != nil && onlyNear(to: fragment, among: target.anchors) == meant
      }
      var diagnostic = Diagnostic.brokenAnchor(fragment, of: link, in: page.page, meant: meant)
      if isSure, let meant, let place = link.fragmentSpan { diagnostic.fixIt = .write(meant, over: place) }
      diagnostics.append(diagnostic)
    }
    return diagnostics
  }
}

extension Diagnostic {
  fileprivate static func brokenAnchor(
    _ fragment: String, of link: AnchorLink, in page: PageID, meant: String?
  ) -> Diagnostic {
    let place = link.target == page ? "this page" : CourseFiles.path(link.target.markdownPath)
    return Diagnostic(
      .brokenAnchor, at: link.span, "\(place) has no heading “#\(fragment)”",
      help: meant.map { "did you mean “#\($0)”?" }
        ?? "write the heading's text in small letters, with - for spaces and without other signs")
  }
}
