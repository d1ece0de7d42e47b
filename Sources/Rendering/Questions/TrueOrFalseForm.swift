import Courses
import HTML
import Markdown

/// True or false: two radio buttons a statement.
struct TrueOrFalseForm: AnswerForm {
  let form: FormContext
  let interaction: TrueOrFalseInteraction

  private var order: ShownOrder {
    ShownOrder(form.permutation(of: interaction.statements.count), isShuffled: form.question.isShuffled)
  }

  func writeControls(into writer: inout MarkdownWriter) {
    for entry in order.entries {
      let statement = interaction.statements[entry.source]
      form.writeSegments(
        named: form.control(entry.number), content: statement.content, feedback: statement.feedback,
        segments: [
          Segment(value: "true", isRight: statement.isTrue) { $0.html.text($0.words[.isTrue]) },
          Segment(value: "false", isRight: !statement.isTrue) { $0.html.text($0.words[.isFalse]) },
        ], into: &writer)
    }
  }

  func writeKey(into writer: inout MarkdownWriter) {
    writer.html.markup("<ul>\n")
    for entry in order.entries {
      let statement = interaction.statements[entry.source]
      writer.writeKeyItem(content: statement.content, feedback: statement.feedback) {
        $0.writeLead($0.words[statement.isTrue ? .isTrue : .isFalse])
      }
    }
    writer.html.markup("</ul>\n")
  }

  func markdown(from source: MarkdownSource) -> String {
    order.entries.map { source.item("- [ ] ", interaction.statements[$0.source].content) }.joined()
  }
}

/// One of a row of radio buttons.
struct Segment {
  let value: String
  let isRight: Bool
  /// Writes its label.
  let label: (inout MarkdownWriter) -> Void
}

extension FormContext {
  /// Writes a field set of radio buttons in a row, named by what they are about.
  func writeSegments(
    named name: String, content: [Node], feedback: Node?, segments: [Segment],
    into writer: inout MarkdownWriter
  ) {
    writer.html.markup("<fieldset class=\"row\">\n<legend>")
    if let first = content.first { writer.writeInline([first]) }
    writer.html.markup("</legend>\n")
    if content.count > 1 {
      writer.html.markup("<div class=\"more\">")
      writer.writeRest(of: content)
      writer.html.markup("</div>\n")
    }
    writer.html.markup("<div class=\"segs\">")
    for segment in segments {
      writer.html.markup("<label class=\"seg\"><input type=\"radio\"")
      writer.html.attribute("name", name)
      writer.html.attribute("value", segment.value)
      writeRight(if: segment.isRight, into: &writer.html)
      writer.html.markup("> ")
      segment.label(&writer)
      writer.html.markup("</label>")
    }
    writer.html.markup("</div>\n")
    writeMarks(into: &writer)
    writeFeedback(feedback, into: &writer)
    writer.html.markup("\n</fieldset>\n")
  }
}
