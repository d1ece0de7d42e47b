import Courses
import Diagnostics
import HTML
import Markdown

/// A Markdown file that stands alone, as HTML.
package struct Fragment: Sendable {
  /// The HTML; empty where the file has errors that keep it from being read.
  package private(set) var html: [UInt8] = []
  /// What is wrong with the file.
  package private(set) var diagnostics: [Diagnostic]

  /// Renders a file as GFM and nothing more: the bytes that cmark's own HTML renderer gives in safe mode.
  ///
  /// - Parameter source: the file.
  package static func plain(of source: SourceFile) -> Fragment {
    let (document, diagnostics) = Document.parse(source, from: 0)
    var fragment = Fragment(diagnostics: diagnostics)
    document?.read { root in
      var writer = MarkdownWriter(.plain, capacity: source.bytes.count * 3 / 2)
      writer.write(root)
      writer.finish()
      if writer.isTooLarge {
        fragment.diagnostics.append(.htmlTooLarge(source))
      } else {
        fragment.html = writer.html.utf8
      }
    }
    return fragment
  }
}

extension Fragment {
  /// Renders a file as the body of a page that stands alone.
  ///
  /// What a link leads to is not looked up. A file named `practice.md` is read as a practice page, any
  /// other as a lesson page.
  ///
  /// - Parameter source: the file.
  package static func page(of source: SourceFile) -> Fragment {
    let name = source.path.split(separator: "/").last ?? ""
    let kind: PageKind = name == "practice.md" ? .practice : .lesson
    let (document, diagnostics) = Document.parse(source, from: FrontMatter.bodyOffset(of: source))
    var fragment = Fragment(diagnostics: diagnostics)
    guard let document else { return fragment }
    document.read { root in
      let track = Track(title: "", number: nil, description: "", language: "en", url: nil)
      let course = Course(track: track, phases: [], lessons: [])
      let id = PageID(lesson: "lesson", kind: kind)
      let (page, found) = PageReader.read(root, of: document, as: id, course: course, assets: [])
      fragment.diagnostics += found.filter { !Rule.needingTheCourse.contains($0.rule) }
      let resolver = LinkResolver(page: id, course: course, assets: [])
      let style = PageStyle(of: page, course: course, words: .english) { destination in
        if case .problem(.scheme) = resolver.target(of: destination) { "#" } else { destination }
      }
      let body = PageBody(of: page, style: style, glance: HTMLWriter(), data: HTMLWriter())
      var html = body.heading
      html.lineStart()
      html.append(body.content)
      if body.isTooLarge {
        fragment.diagnostics.append(.htmlTooLarge(source))
      } else {
        fragment.html = html.utf8
      }
    }
    return fragment
  }
}

extension Rule {
  /// The rules about what is beside a page, which a file that stands alone cannot keep.
  fileprivate static let needingTheCourse: Set<Rule> = [
    .brokenLink, .brokenImage, .outsideLink, .pageFrontMatter, .plannedLink, .draftLink, .unknownObjective,
  ]
}
