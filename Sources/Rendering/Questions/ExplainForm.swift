import Courses
import HTML
import Markdown

/// Explain: a text area; the key is a model to compare with, points to tick and a rating of oneself.
struct ExplainForm: AnswerForm {
  let form: FormContext
  let interaction: ExplainInteraction

  func writeControls(into writer: inout MarkdownWriter) {
    form.openField(labelled: writer.words[.yourAnswer], into: &writer.html)
    writer.html.markup("<textarea")
    writer.html.attribute("id", form.control(0))
    writer.html.attribute("name", form.control(0))
    writer.html.markup(" rows=\"5\" dir=\"auto\"></textarea></div>\n")
  }

  func writeKey(into writer: inout MarkdownWriter) {
    writer.html.markup("<div class=\"model\">")
    for block in interaction.model.quote.children where block != interaction.pointList { writer.write(block) }
    writer.html.markup("</div>\n")
    writePoints(into: &writer)
    writeRating(into: &writer)
  }

  func writePrintKey(into writer: inout MarkdownWriter) {
    writer.copying { $0.writeChildren(of: interaction.model.quote) }
  }

  private func writePoints(into writer: inout MarkdownWriter) {
    guard !interaction.points.isEmpty else { return }
    let name = "\(form.controlID).k"
    writer.html.markup("<fieldset class=\"points\"><legend>")
    writer.html.text(writer.words[.pointsMade])
    writer.html.markup("</legend>\n")
    for (index, point) in interaction.points.enumerated() {
      writer.html.markup("<div class=\"opt\"><input type=\"checkbox\"")
      writer.html.attribute("name", name)
      writer.html.attribute("id", "\(name)\(index)")
      writer.html.attribute("value", index)
      writer.html.markup("><label")
      writer.html.attribute("for", "\(name)\(index)")
      writer.html.markup(">")
      writer.writeInline(Array(point.children))
      writer.html.markup("</label></div>\n")
    }
    writer.html.markup("</fieldset>\n")
  }

  private func writeRating(into writer: inout MarkdownWriter) {
    writer.html.markup("<fieldset class=\"rating\"><legend>")
    writer.html.text(writer.words[.rating])
    writer.html.markup("</legend>\n<div class=\"segs\">")
    for (value, phrase) in [Phrase.missedIt, .partly, .nearly, .allOfIt].enumerated() {
      writer.html.markup("<label class=\"seg\"><input type=\"radio\"")
      writer.html.attribute("name", "\(form.controlID).r")
      writer.html.attribute("value", value)
      writer.html.markup("> ")
      writer.html.text(writer.words[phrase])
      writer.html.markup("</label>")
    }
    writer.html.markup("</div>\n</fieldset>\n")
  }
}
