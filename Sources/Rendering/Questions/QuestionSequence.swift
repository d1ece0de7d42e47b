import Courses
import HTML
import Markdown

/// The questions of a page, written one by one where their headings stand.
struct QuestionSequence {
  private let questions: [Question]
  private let omitsAnswers: Bool
  private var written = 0
  /// What the questions written so far give to the reviews.
  private(set) var review = ReviewMaterial()

  /// - Parameter page: the page.
  init(of page: Page) {
    questions = page.questions
    omitsAnswers = page.omitsAnswers
  }

  /// Writes the next question, if it begins at a block.
  ///
  /// - Parameters:
  ///   - block: a block of the page; the blocks are to be given in order.
  ///   - writer: what to write into.
  /// - Returns: the question's last block, or nil where none begins.
  mutating func writeQuestion(at block: Node, into writer: inout MarkdownWriter) -> Node? {
    guard written < questions.count, questions[written].heading.node == block else { return nil }
    let question = questions[written]
    written += 1
    let form = QuestionForm(question, number: written, of: questions.count, omitsAnswers: omitsAnswers)
    let places = form.write(into: &writer)
    if !omitsAnswers, let style = writer.page {
      review.add(question, writtenAt: places, in: writer.html, style: style)
    }
    return question.lastBlock
  }

  /// Writes the answers for paper.
  ///
  /// - Parameters:
  ///   - page: the writer of the page, before it is finished.
  ///   - writer: what to write into.
  func writePrintKey(of page: MarkdownWriter, into writer: inout MarkdownWriter) {
    guard !omitsAnswers else { return }
    PrintKey(questions).write(into: &writer, footnotesOf: page)
  }
}
