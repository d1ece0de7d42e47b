import Courses
import HTML
import Markdown

/// Answer: a text field.
struct ShortAnswerForm: AnswerForm {
  let form: FormContext
  let interaction: AnswerInteraction

  func writeControls(into writer: inout MarkdownWriter) {
    form.openField(labelled: writer.words[.yourAnswer], into: &writer.html)
    form.writeTextField(id: form.control(0), into: &writer.html)
    writer.html.markup("\n")
    form.closeField(feedback: interaction.answers.map(\.feedback), into: &writer)
  }

  func writeAccepted(into html: inout HTMLWriter) {
    html.openAccepted()
    html.jsonString(form.control(0))
    html.markup(":")
    html.acceptedTexts(interaction.answers.map { ($0.text, $0.isExact, $0.isRight) })
    html.closeAccepted()
  }

  func writeKey(into writer: inout MarkdownWriter) {
    writer.html.markup("<ul>\n")
    for answer in interaction.answers {
      writer.writeKeyItem(
        text: answer.text, isCode: answer.isExact, isRight: answer.isRight, feedback: answer.feedback)
    }
    writer.html.markup("</ul>\n")
  }
}

extension FormContext {
  /// Opens the row of a question with one field.
  func openField(labelled label: String, into html: inout HTMLWriter) {
    html.markup("<div class=\"row field\"><label")
    html.attribute("for", control(0))
    html.markup(">")
    html.text(label)
    html.markup("</label>\n")
  }

  /// Closes the row of a question with one field.
  ///
  /// - Parameter feedback: what explains each answer that the author foresaw.
  func closeField(feedback: [Node?], into writer: inout MarkdownWriter) {
    writeMarks(into: &writer)
    for (place, feedback) in feedback.enumerated() {
      writeFeedback(feedback, for: place, into: &writer)
    }
    writer.html.markup("</div>\n")
  }
}

extension MarkdownWriter {
  /// Writes an item of a key whose answer is typed.
  mutating func writeKeyItem(text: String, isCode: Bool, isRight: Bool, feedback: Node?) {
    html.markup(isRight ? "<li class=\"ok\"><p><strong>" : "<li><p><strong>")
    html.text("\(words[isRight ? .right : .wrong]):")
    html.markup(isCode ? "</strong> <code>" : "</strong> <bdi>")
    html.text(text)
    html.markup(isCode ? "</code></p>" : "</bdi></p>")
    if let feedback { writeChildren(of: feedback) }
    html.markup("</li>\n")
  }
}
