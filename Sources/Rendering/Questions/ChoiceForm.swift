import Courses
import HTML
import Markdown

/// Choose one and Choose all: radio buttons or check boxes.
struct ChoiceForm: AnswerForm {
  let form: FormContext
  let interaction: ChoiceInteraction

  private var order: ShownOrder {
    ShownOrder(form.permutation(of: interaction.choices.count), isShuffled: form.question.isShuffled)
  }

  func writeControls(into writer: inout MarkdownWriter) {
    for entry in order.entries {
      let choice = interaction.choices[entry.source]
      let control = form.control(entry.number)
      writer.html.markup(
        form.question.kind == .chooseOne
          ? "<div class=\"opt\"><input type=\"radio\"" : "<div class=\"opt\"><input type=\"checkbox\"")
      writer.html.attribute("name", form.controlID)
      writer.html.attribute("id", control)
      writer.html.attribute("value", entry.number)
      form.writeRight(if: choice.isRight, into: &writer.html)
      writer.html.markup(">\n<label")
      writer.html.attribute("for", control)
      writer.html.markup(">")
      if let first = choice.content.first { writer.writeInline([first]) }
      writer.html.markup("</label>\n")
      if choice.content.count > 1 {
        writer.html.markup("<div class=\"more\">")
        writer.writeRest(of: choice.content)
        writer.html.markup("</div>\n")
      }
      form.writeMarks(into: &writer)
      form.writeFeedback(choice.feedback, into: &writer)
      writer.html.markup("</div>\n")
    }
  }

  func writeKey(into writer: inout MarkdownWriter) {
    writer.html.markup("<ul>\n")
    for entry in order.entries {
      let choice = interaction.choices[entry.source]
      writer.writeKeyItem(isRight: choice.isRight, content: choice.content, feedback: choice.feedback) {
        $0.writeLead($0.words[choice.isRight ? .right : .wrong])
      }
    }
    writer.html.markup("</ul>\n")
  }

  func markdown(from source: MarkdownSource) -> String {
    order.entries.enumerated().map { index, entry in
      let marker = interaction.isOrdered ? "\(index + 1). [ ] " : "- [ ] "
      return source.item(marker, interaction.choices[entry.source].content)
    }.joined()
  }
}
