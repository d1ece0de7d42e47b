import Courses
import HTML
import Markdown

/// Number: a text field for digits, with a unit or a menu of units.
///
/// Not `type=number`, whose wheel and arrows change the answer and whose decimal mark is the browser's.
struct NumberForm: AnswerForm {
  let form: FormContext
  let interaction: NumberInteraction

  func writeControls(into writer: inout MarkdownWriter) {
    let id = form.control(0)
    let formID = "\(form.controlID).f"
    form.openField(labelled: writer.words[.yourNumber], into: &writer.html)
    writer.html.markup("<input type=\"text\" inputmode=\"decimal\"")
    writer.html.attribute("id", id)
    writer.html.attribute("name", id)
    writer.html.attribute("aria-describedby", formID)
    writer.html.markup(" autocomplete=\"off\" dir=\"auto\">\n")
    writeUnits(into: &writer)
    writer.html.markup("<p class=\"form\"")
    writer.html.attribute("id", formID)
    writer.html.markup(">")
    writer.html.text(writer.words[.numberForm])
    writer.html.markup("</p>\n")
    form.closeField(feedback: interaction.answers.map(\.feedback), into: &writer)
  }

  private func writeUnits(into writer: inout MarkdownWriter) {
    let units = interaction.units
    guard let first = units.first else { return }
    guard units.count > 1 else {
      writer.html.markup("<span class=\"unit\"><bdi>")
      writer.html.text(first)
      writer.html.markup("</bdi></span>\n")
      return
    }
    writer.html.markup("<select")
    writer.html.attribute("id", "\(form.controlID).u")
    writer.html.attribute("name", "\(form.controlID).u")
    writer.html.attribute("aria-label", writer.words[.unit])
    writer.html.markup("><option value=\"\">")
    writer.html.text(writer.words[.unitPlaceholder])
    writer.html.markup("</option>")
    for (value, unit) in units.enumerated() {
      writer.html.markup("<option")
      writer.html.attribute("value", value)
      writer.html.markup(">")
      writer.html.text(unit)
      writer.html.markup("</option>")
    }
    writer.html.markup("</select>\n")
  }

  func writeAccepted(into html: inout HTMLWriter) {
    html.openAccepted()
    html.jsonString(form.control(0))
    html.markup(":[")
    for (index, answer) in interaction.answers.enumerated() {
      html.markup(index > 0 ? ",{\"low\":" : "{\"low\":")
      html.text(answer.range.lowerDigits)
      html.markup(",\"high\":")
      html.text(answer.range.upperDigits)
      if let unit = answer.unit {
        html.markup(",\"unit\":")
        html.jsonString(unit)
      }
      if !answer.isRight { html.markup(",\"wrong\":true") }
      html.markup("}")
    }
    html.markup("]")
    html.closeAccepted()
  }

  func writeKey(into writer: inout MarkdownWriter) {
    writer.html.markup("<ul>\n")
    for answer in interaction.answers {
      writer.writeKeyItem(
        text: answer.text, isCode: false, isRight: answer.isRight, feedback: answer.feedback)
    }
    writer.html.markup("</ul>\n")
  }
}
