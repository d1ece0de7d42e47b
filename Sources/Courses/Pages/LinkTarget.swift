/// What the destination of a link or an image means.
package enum LinkTarget: Hashable, Sendable {
  /// Another site, a mail address or a telephone number: the URL as it is written.
  case external(String)
  /// A page of the track.
  ///
  /// - fragment: the anchor on it, percent-decoded; nil for the page as a whole.
  case page(PageID, fragment: String?)
  /// A file beside the pages or under `static`, as a path in `Content/`.
  ///
  /// - fragment: what follows `#`, percent-decoded; a place in a PDF, for instance.
  case asset(String, fragment: String?)
  /// Nothing that can be published.
  case problem(LinkProblem)
}

/// Why a destination cannot be published.
package enum LinkProblem: Hashable, Sendable {
  /// It is empty, or a `#` alone.
  case empty
  /// A scheme that is not allowed, in lower case.
  case scheme(String)
  /// It holds a control character, a backslash or half a percent escape, or has no host.
  case malformed
  /// It begins with `/`, which leads out of a site that lies in a folder.
  case absolute
  /// It climbs out of `Content/`.
  case outside
  /// It has a query, which a file does not have.
  case query
  /// It names a folder.
  ///
  /// - suggestion: the page in that folder, relative to the page that holds the link.
  case folder(suggestion: String?)
  /// It names the published page instead of the Markdown file, whose relative path this is.
  case html(String)
  /// A page of a lesson that is not written yet.
  case planned(lesson: String)
  /// A page of a draft, which this build leaves out.
  case draft(lesson: String)
  /// Nothing is there.
  ///
  /// - resolved: what the path stands for as a path in `Content/`.
  case missing(String, resolved: String)
}
