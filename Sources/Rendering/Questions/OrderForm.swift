import Courses
import HTML
import Markdown

/// Order: a menu of places for each step.
struct OrderForm: AnswerForm {
  let form: FormContext
  let interaction: OrderInteraction

  func writeControls(into writer: inout MarkdownWriter) {
    var shuffle = SeededShuffle(seed: form.question.fullID)
    writer.html.markup("<ul class=\"rows\">\n")
    for (number, place) in shuffle.changedOrder(of: interaction.steps.count).enumerated() {
      writeRow(number, interaction.steps[place], place: place, into: &writer)
    }
    writer.html.markup("</ul>\n")
  }

  private func writeRow(
    _ number: Int, _ step: OrderInteraction.Step, place: Int, into writer: inout MarkdownWriter
  ) {
    let id = form.control(number)
    writer.html.markup("<li class=\"row\"><label")
    writer.html.attribute("for", id)
    writer.html.markup(">")
    if let first = step.content.first { writer.writeInline([first]) }
    writer.html.markup("</label>\n")
    if step.content.count > 1 {
      writer.html.markup("<div class=\"more\">")
      writer.writeRest(of: step.content)
      writer.html.markup("</div>\n")
    }
    writer.html.markup("<select")
    writer.html.attribute("id", id)
    writer.html.attribute("name", id)
    writer.html.markup("><option value=\"\">")
    writer.html.text(writer.words[.placePlaceholder])
    writer.html.markup("</option>")
    for option in interaction.steps.indices {
      writer.html.markup("<option")
      form.writeRight(if: option == place, into: &writer.html)
      writer.html.markup(">")
      writer.html.number(option + 1)
      writer.html.markup("</option>")
    }
    writer.html.markup("</select>\n")
    form.writeMarks(into: &writer)
    form.writeFeedback(step.feedback, into: &writer)
    writer.html.markup("</li>\n")
  }

  func writeKey(into writer: inout MarkdownWriter) {
    writer.html.markup("<ol>\n")
    for step in interaction.steps {
      writer.html.markup("<li>")
      writer.copying { for block in step.content { $0.writeBlock(block) } }
      if let feedback = step.feedback { writer.writeChildren(of: feedback) }
      writer.html.markup("</li>\n")
    }
    writer.html.markup("</ol>\n")
  }

  func markdown(from source: MarkdownSource) -> String {
    var shuffle = SeededShuffle(seed: form.question.fullID)
    return shuffle.changedOrder(of: interaction.steps.count).map {
      source.item("- ", interaction.steps[$0].content)
    }.joined()
  }
}
