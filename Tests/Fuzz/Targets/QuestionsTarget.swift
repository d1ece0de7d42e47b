import Courses
import Diagnostics
import Markdown
import Rendering

/// What must hold of any practice page.
enum QuestionsTarget {
  static func problem(with source: SourceFile) -> String? {
    guard let document = Document.parse(source, from: FrontMatter.bodyOffset(of: source)).document else {
      return nil
    }
    let overview = CourseText.overview("first-steps").overview
    let lesson = Lesson(
      slug: "first-steps", number: 1, phase: 0, title: "Title", overview: overview,
      pages: [.overview, .practice])
    let course = Course(
      track: Track(title: "Track", number: nil, description: "About.", language: "en", url: nil),
      phases: [Phase(title: "Phase", lessons: 0..<1)], lessons: [lesson])
    return document.read { root in
      let id = PageID(lesson: lesson.slug, kind: .practice)
      let (page, diagnostics) = PageReader.read(root, of: document, as: id, course: course, assets: [])
      return DiagnosticCheck.problem(with: diagnostics, in: source)
        ?? copy(of: page, document: document) ?? fragment(of: source)
    }
  }

  /// The published copy is text.
  private static func copy(of page: Page, document: Document) -> String? {
    let copy = MarkdownCopy(of: page, document: document)
    if String(validating: copy.bytes, as: UTF8.self) == nil { return "the copy is not UTF-8" }
    return nil
  }

  /// The forms are well-formed, and all markup in them is ours.
  private static func fragment(of source: SourceFile) -> String? {
    let page = Fragment.page(of: source)
    return MarkupCheck.problem(
      in: page.html, isPublished: !page.diagnostics.contains { $0.severity == .error })
  }
}
