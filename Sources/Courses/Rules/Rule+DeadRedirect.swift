import Diagnostics

extension Rule {
  package static let deadRedirect = Rule(
    "redirect.dead-target", .error, isFixable: true,
    "A redirect ends at a page that is not there.")
}

extension Diagnostic {
  /// - Parameters:
  ///   - target: the page that is not there.
  ///   - pages: the pages of the site.
  ///   - entries: the redirects that name the target, at least one.
  static func deadRedirect(
    _ target: String, pages: [String], of entries: [TrackFile.RedirectEntry]
  ) -> Diagnostic {
    let help =
      nearest(to: target, among: pages).map { "did you mean “\($0)”?" }
      ?? "name a page that is there, such as the overview of a lesson: a-lesson/index.html"
    let span = entries[0].target.span
    let fixIt = onlyNear(toPath: target, among: pages).map { meant in
      FixIt(
        "write “\(meant)”", in: span.path,
        entries.map { entry in
          FixIt.Edit(entry.target.span.range, meant + entry.target.value.dropFirst(target.count))
        })
    }
    return Diagnostic(
      .deadRedirect, at: span, "there is no page “\(target)” in this site", help: help,
      notes: entries.dropFirst().map { Note("this leads there too", at: $0.target.span) }, fixIt: fixIt)
  }
}
