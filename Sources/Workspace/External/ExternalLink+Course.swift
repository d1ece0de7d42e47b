import Courses
import Diagnostics
import Markdown

extension ExternalLink {
  /// The links of a course to pages of other sites, in the order of its pages.
  ///
  /// The pages are read once more for it, so that builds, which ask nobody, need not keep them.
  ///
  /// - Parameters:
  ///   - course: the skeleton of the track.
  ///   - content: its files.
  /// - Throws: an error with a remedy where the machine refuses.
  static func all(of course: Course, in content: ContentFolder) throws(WorkspaceError) -> [ExternalLink] {
    var links: [ExternalLink] = []
    for page in course.pages {
      let source = try content.source(page.markdownPath)
      let start = page.kind == .overview ? FrontMatter.bodyOffset(of: source) : 0
      guard let document = Document.parse(source, from: start).document else { continue }
      links += document.read { all(in: $0, of: document) }
    }
    return links
  }
}
