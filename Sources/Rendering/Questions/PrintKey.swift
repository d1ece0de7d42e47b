import Courses
import HTML
import Markdown

/// Writes the answers of a page's questions for paper, where they stand on a page of their own.
package struct PrintKey {
  private let questions: [Question]

  /// - Parameter questions: all questions of the page, in order.
  package init(_ questions: [Question]) {
    self.questions = questions
  }

  /// Writes the section; nothing for a page without questions.
  ///
  /// - Parameters:
  ///   - writer: what to write into.
  ///   - page: what wrote the page, before it is finished; its footnotes that only keys refer to follow
  ///     the answers.
  package func write(into writer: inout MarkdownWriter, footnotesOf page: MarkdownWriter) {
    guard !questions.isEmpty else { return }
    writer.html.lineStart()
    writer.html.markup("<section class=\"print-key\" data-nosnippet>\n<h2>")
    writer.html.text(writer.words[.answers])
    writer.html.markup("</h2>\n")
    writer.copying { writer in
      for (index, question) in questions.enumerated() {
        writer.html.markup("<h3>")
        writer.html.text("\(index + 1). \(question.title.kindWords): ")
        writer.writeTitle(of: question)
        writer.html.markup("</h3>\n")
        question.answerForm(omitsAnswers: false).writePrintKey(into: &writer)
        writer.writeWhy(of: question)
      }
    }
    writer.writeConcealedFootnotes(of: page)
    writer.html.markup("</section>\n")
  }
}
