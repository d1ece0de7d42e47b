import Diagnostics

extension Rule {
  package static let redirectAnchor = Rule(
    "redirect.anchor", .error, isFixable: true,
    "A redirect of a heading leads to no heading, or to one of another page, where an address cannot send readers."
  )
}

extension CourseCheck {
  /// Checks the redirects of headings: the new heading is there, on the page where the old one was, and
  /// the old one is gone. An address in the site cannot send a reader from one heading to another page.
  func redirectAnchors() -> [Diagnostic] {
    return course.redirects.compactMap { redirect in
      let (sourcePage, sourceAnchor) = Self.parts(of: redirect.source)
      let (targetPage, targetAnchor) = Self.parts(of: redirect.target)
      guard let target = facts(ofSitePath: targetPage) else { return nil }
      if let targetAnchor, !target.anchors.contains(targetAnchor) {
        var diagnostic = Diagnostic.redirectAnchor(
          at: redirect.span,
          "\(CourseFiles.path(target.page.markdownPath)) has no heading “#\(targetAnchor)”",
          help: nearest(to: targetAnchor, among: target.anchors).map { "did you mean “#\($0)”?" }
            ?? "name a heading that is there")
        if redirect.isDirect, let meant = onlyNear(to: targetAnchor, among: target.anchors),
          meant != sourceAnchor || targetPage != sourcePage
        {
          diagnostic.fixIt = .write("\(targetPage)#\(meant)", over: redirect.span)
        }
        return diagnostic
      }
      guard let sourceAnchor else { return nil }
      guard targetAnchor != nil else {
        return .redirectAnchor(
          at: redirect.span, "a heading leads to a page as a whole",
          help: "name the heading that took its place")
      }
      let livingPage = moved[sourcePage].map { Self.parts(of: $0).page } ?? sourcePage
      guard livingPage == targetPage else {
        return .redirectAnchor(
          at: redirect.span, "the heading moves from one page to another",
          help: "keep a heading on the old page with a link to the new one")
      }
      if target.anchors.contains(sourceAnchor) {
        return .livingRedirect("\(targetPage)#\(sourceAnchor)", at: redirect.span)
      }
      return nil
    }
  }

  private static func parts(of path: String) -> (page: String, anchor: String?) {
    let page = String(path.prefix { $0 != "#" })
    return (page, page == path ? nil : String(path.dropFirst(page.count + 1)))
  }
}

extension Diagnostic {
  fileprivate static func redirectAnchor(at span: Span, _ message: String, help: String) -> Diagnostic {
    Diagnostic(.redirectAnchor, at: span, message, help: help)
  }
}
