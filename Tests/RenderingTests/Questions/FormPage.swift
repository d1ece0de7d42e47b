import Courses
import Diagnostics
import HTML
import Markdown

@testable import Rendering

/// A practice page of a test whose questions are written as forms.
struct FormPage {
  let source: SourceFile
  var omitsAnswers = false

  init(_ text: String, omitsAnswers: Bool = false) {
    source = SourceFile(path: "practice.md", text: text)
    self.omitsAnswers = omitsAnswers
  }

  /// Reads the page and gives access to its questions.
  func read<Result>(_ body: (Document, Node, QuestionReading) throws -> Result) rethrows -> Result {
    guard let document = Document.parse(source).document else {
      preconditionFailure("an example keeps to the limits")
    }
    return try document.read { root in
      let headings = root.children.compactMap { node -> Heading? in
        guard case .heading(let level) = node.kind else { return nil }
        let id = node.plainText.lowercased().replacing(" ", with: "-").replacing(":", with: "")
        return Heading(node: node, level: level, renderedLevel: level, text: node.plainText, id: id)
      }
      return try body(
        document, root,
        QuestionReader.read(
          page: PageID(lesson: "a-lesson", kind: .practice), document: document, root: root,
          headings: headings, language: "en", objectives: nil))
    }
  }

  /// The forms of the page's questions, and its footnotes.
  var forms: String {
    read { _, root, reading in
      var writer = pageWriter(root, reading)
      writer.finish()
      return writer.html.string
    }
  }

  /// The key for paper.
  var printKey: String {
    read { _, root, reading in
      var writer = FormPage.writer
      PrintKey(reading.questions).write(into: &writer, footnotesOf: pageWriter(root, reading))
      return writer.html.string
    }
  }

  private func pageWriter(_ root: Node, _ reading: QuestionReading) -> MarkdownWriter {
    var writer = FormPage.writer
    for (index, question) in reading.questions.enumerated() {
      QuestionForm(
        question, number: index + 1, of: reading.questions.count, omitsAnswers: omitsAnswers
      ).write(into: &writer)
    }
    for node in root.children where node.kind == .footnoteDefinition { writer.write(node) }
    return writer
  }

  private static var writer: MarkdownWriter {
    MarkdownWriter(.page(PageStyle(words: .english, address: { $0 }, headings: [:])))
  }
}
