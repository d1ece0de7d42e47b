import Courses
import HTML
import Markdown

/// Fill in: text fields and menus inside the prompt.
struct FillInForm: AnswerForm {
  let form: FormContext
  let interaction: FillInInteraction

  var writesPrompt: Bool { true }

  func writeControls(into writer: inout MarkdownWriter) {
    for (number, blank) in interaction.blanks.enumerated() {
      var gap = MarkdownWriter(writer.page.map(MarkdownWriter.Style.page) ?? .plain)
      writeGap(blank, number: number, into: &gap)
      writer.replacements[blank.node] = gap.html
    }
    writer.html.markup("<div class=\"prompt\">")
    for block in form.question.prompt { writer.write(block) }
    writer.html.markup("</div>\n")
    writer.replacements.removeAll()
  }

  private func writeGap(_ blank: Blank, number: Int, into writer: inout MarkdownWriter) {
    let id = form.control(number)
    writer.html.markup("<span class=\"gap\"><label")
    writer.html.attribute("for", id)
    writer.html.markup("><span class=\"vh\">")
    writer.html.text(writer.words[.blankBefore])
    writer.html.markup("</span>")
    writer.html.number(number + 1)
    writer.html.markup("<span class=\"vh\">")
    writer.html.text(writer.words(.blankAfter, interaction.blanks.count))
    writer.html.markup("</span></label>")
    if blank.isChoice {
      writeMenu(of: blank, number: number, into: &writer)
    } else {
      form.writeTextField(id: id, into: &writer.html)
    }
    form.writeMarks(into: &writer)
    writer.html.markup("</span>")
  }

  /// The options of a menu in the order shown.
  private func options(of blank: Blank, number: Int) -> [Blank.Option] {
    form.permutation(of: blank.options.count, part: ".\(number)").map { blank.options[$0] }
  }

  /// What stands for each blank in Markdown without the key.
  var gaps: [(node: Node, text: String)] {
    interaction.blanks.enumerated().map { number, blank in
      let options = options(of: blank, number: number).map(\.text).joined(separator: " / ")
      return (blank.node, blank.isChoice ? "____ (\(options))" : "____")
    }
  }

  private func writeMenu(of blank: Blank, number: Int, into writer: inout MarkdownWriter) {
    let id = form.control(number)
    let options = options(of: blank, number: number)
    writer.html.markup("<select")
    writer.html.attribute("id", id)
    writer.html.attribute("name", id)
    writer.html.markup("><option value=\"\">")
    writer.html.text(writer.words[.choosePlaceholder])
    writer.html.markup("</option>")
    for (value, option) in options.enumerated() {
      writer.html.markup("<option")
      writer.html.attribute("value", value)
      form.writeRight(if: option.isRight, into: &writer.html)
      writer.html.markup(">")
      writer.html.text(option.text)
      writer.html.markup("</option>")
    }
    writer.html.markup("</select><span class=\"paper\">(")
    writer.html.text(options.map(\.text).joined(separator: " / "))
    writer.html.markup(")</span>")
  }

  func writeAccepted(into html: inout HTMLWriter) {
    let fields = interaction.blanks.enumerated().filter { !$0.element.isChoice }
    guard !fields.isEmpty else { return }
    html.openAccepted()
    for (index, (number, blank)) in fields.enumerated() {
      if index > 0 { html.markup(",") }
      html.jsonString(form.control(number))
      html.markup(":")
      html.acceptedTexts(blank.options.map { ($0.text, $0.isExact, $0.isRight) })
    }
    html.closeAccepted()
  }

  func writeKey(into writer: inout MarkdownWriter) {
    writer.html.markup("<ol>\n")
    for blank in interaction.blanks {
      writer.html.markup("<li><p>")
      writer.writeAlternatives(blank.rightOptions)
      writer.html.markup("</p></li>\n")
    }
    writer.html.markup("</ol>\n")
  }
}

extension FormContext {
  /// Writes a field for a word or a few.
  func writeTextField(id: String, into html: inout HTMLWriter) {
    html.markup("<input type=\"text\"")
    html.attribute("id", id)
    html.attribute("name", id)
    html.markup(" autocomplete=\"off\" autocapitalize=\"off\" spellcheck=\"false\" dir=\"auto\">")
  }
}

extension MarkdownWriter {
  /// Writes the first of some options in bold and the others as alternatives to it.
  mutating func writeAlternatives(_ options: [Blank.Option]) {
    for (index, option) in options.enumerated() {
      if index > 0 { html.text(index == options.count - 1 ? words[.or] : ", ") }
      if index == 0 { html.markup("<strong>") }
      if option.isExact { html.markup("<code>") }
      html.text(option.text)
      if option.isExact { html.markup("</code>") }
      if index == 0 { html.markup("</strong>") }
    }
  }
}

extension HTMLWriter {
  /// Opens the JSON that tells the script which answers are accepted, by the names of their controls.
  mutating func openAccepted() {
    markup("<script type=\"application/json\" class=\"accepts\">{")
  }

  /// Closes the JSON of accepted answers.
  mutating func closeAccepted() {
    markup("}</script>\n")
  }

  /// Writes texts that are accepted or known to be wrong.
  mutating func acceptedTexts(_ answers: [(text: String, isExact: Bool, isRight: Bool)]) {
    markup("[")
    for (index, answer) in answers.enumerated() {
      markup(index > 0 ? ",{\"text\":" : "{\"text\":")
      jsonString(answer.text)
      if answer.isExact { markup(",\"exact\":true") }
      if !answer.isRight { markup(",\"wrong\":true") }
      markup("}")
    }
    markup("]")
  }
}
