import Courses
import Diagnostics
import HTML
import Markdown

/// What stands between a page's navigation: its title, its text and questions, and the key for paper.
struct PageBody {
  /// The title, `<h1>`.
  private(set) var heading = HTMLWriter()
  /// All after the title, with what the script is to know at its end.
  private(set) var content: HTMLWriter
  /// The answers for a printed practice page.
  private(set) var key = HTMLWriter()
  /// What its questions give to the reviews.
  private(set) var review = ReviewMaterial()
  /// What the list of the page's sections names.
  private(set) var sections: [PageNavigation.Section] = []
  /// Whether there is more HTML than a page may have; then some of it is missing.
  private(set) var isTooLarge = false

  /// - Parameters:
  ///   - page: the page as it was read.
  ///   - style: what a page adds to plain Markdown.
  ///   - glance: what an overview tells from data; it stands before the first section.
  ///   - data: what the script is to know.
  init(of page: Page, style: PageStyle, glance: HTMLWriter, data: HTMLWriter) {
    let title = page.headings.first { $0.level == 1 }
    var questions = QuestionSequence(of: page)
    // Questions are written several times: as controls, as their key, as the key for paper.
    let size = page.source.bytes.count
    var writer = MarkdownWriter(.page(style), capacity: page.questions.isEmpty ? size * 3 / 2 : size * 6)
    var glance = Optional(glance)
    var block = page.root.firstChild
    while let node = block {
      block = node.next
      if let title, node == title.node {
        heading = writer.apart { $0.writeTitle(title) }
      } else if let last = questions.writeQuestion(at: node, into: &writer) {
        block = last.next
      } else if !node.isSettings {
        if case .heading = node.kind, let html = glance.take() { writer.append(html) }
        writer.write(node)
      }
    }
    if let html = glance.take() { writer.append(html) }
    var keyWriter = MarkdownWriter(.page(style))
    questions.writePrintKey(of: writer, into: &keyWriter)
    key = keyWriter.html
    writer.finish()
    writer.append(data)
    content = writer.html
    review = questions.review
    isTooLarge = content.count + key.count > Limits.htmlSize
    sections = Self.sections(of: page)
  }

  /// The sections of level 2; on a practice page with the questions below them.
  private static func sections(of page: Page) -> [PageNavigation.Section] {
    var sections: [PageNavigation.Section] = []
    for heading in page.headings {
      let section = PageNavigation.Section(id: heading.id, text: heading.text)
      if heading.renderedLevel == 2 {
        sections.append(section)
      } else if heading.renderedLevel == 3, page.id.kind == .practice, !sections.isEmpty {
        sections[sections.count - 1].parts.append(section)
      }
    }
    return sections
  }
}
