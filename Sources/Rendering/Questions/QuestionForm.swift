import Courses
import HTML
import Markdown

/// Writes a question as a form of native controls that can be answered and checked without a script.
///
/// The key stands in a closed `details`; nothing outside of it tells the answer to a reader.
package struct QuestionForm {
  private let question: Question
  private let number: Int
  private let count: Int
  private let omitsAnswers: Bool

  /// - Parameters:
  ///   - question: the question.
  ///   - number: its place among the questions of the page, from 1.
  ///   - count: how many questions the page has.
  ///   - omitsAnswers: whether the page is built without its key.
  package init(_ question: Question, number: Int, of count: Int, omitsAnswers: Bool = false) {
    self.question = question
    self.number = number
    self.count = count
    self.omitsAnswers = omitsAnswers
  }

  /// Writes the question's section.
  ///
  /// - Returns: where in the writer's HTML it stands, without its number on the page: the question as it is
  ///   asked elsewhere.
  @discardableResult
  package func write(into writer: inout MarkdownWriter) -> [Range<Int>] {
    writer.html.lineStart()
    let start = writer.html.count
    writer.html.markup("<section class=\"q\"")
    writer.html.attribute("aria-labelledby", question.heading.id)
    writer.html.markup(">\n")
    let number = writer.html.count
    writer.html.markup("<p class=\"count\">")
    writer.html.text(writer.words(.question, self.number, count))
    writer.html.markup("</p>\n")
    let form = writer.html.count
    writeForm(into: &writer)
    writer.html.markup("</section>")
    let end = writer.html.count
    writer.html.markup("\n")
    return [start..<number, form..<end]
  }

  private func writeForm(into writer: inout MarkdownWriter) {
    let answers = question.answerForm(omitsAnswers: omitsAnswers)
    writer.html.markup("<form method=\"dialog\"")
    writer.html.attribute("id", question.controlID)
    writer.html.attribute("data-kind", question.kind.formName)
    writer.html.attribute("data-id", question.id)
    writer.html.attribute("data-v", question.version)
    writeSettings(into: &writer.html)
    writer.html.markup(" novalidate>\n<fieldset")
    let promptID = answers.writesPrompt || question.prompt.isEmpty ? nil : "\(question.controlID).p"
    if let promptID { writer.html.attribute("aria-describedby", promptID) }
    writer.html.markup(">\n")
    writeHeading(into: &writer)
    if !answers.writesPrompt, !question.prompt.isEmpty {
      writer.html.markup("<div")
      if let promptID { writer.html.attribute("id", promptID) }
      writer.html.markup(" class=\"prompt\">")
      for block in question.prompt { writer.write(block) }
      writer.html.markup("</div>\n")
    }
    answers.writeControls(into: &writer)
    writer.html.markup("</fieldset>\n")
    writeHints(into: &writer)
    let showsKey = !omitsAnswers && answers.hasKey
    if showsKey { writeTools(into: &writer) }
    writer.html.markup("<p role=\"status\" class=\"status\"></p>\n")
    if showsKey { writeKey(of: answers, into: &writer) }
    writer.html.markup("</form>\n")
  }

  // MARK: Parts

  /// Writes what the script needs to know of the settings; what is as usual is left out.
  private func writeSettings(into html: inout HTMLWriter) {
    let settings = question.settings
    if question.kind.isScored, let points = settings.points { html.attribute("data-points", points) }
    if question.kind.canBeRightInPart, !settings.givesPartialCredit { html.attribute("data-partial", "no") }
    if question.kind.canKeepOrder, !question.isShuffled { html.attribute("data-shuffle", "no") }
    if !settings.objectives.isEmpty {
      html.attribute("data-objectives", settings.objectives.joined(separator: " "))
    }
  }

  private func writeHeading(into writer: inout MarkdownWriter) {
    let heading = question.heading
    writer.html.markup("<legend><h")
    writer.html.number(heading.renderedLevel)
    writer.html.attribute("id", heading.id)
    writer.html.markup("><span class=\"kind\">")
    writer.html.text("\(question.title.kindWords):")
    writer.html.markup("</span> ")
    writer.writeTitle(of: question)
    writer.html.markup("</h")
    writer.html.number(heading.renderedLevel)
    writer.html.markup("></legend>\n<a class=\"anchor\"")
    writer.html.attribute("href", fragment: heading.id)
    writer.html.attribute("aria-label", writer.words(.linkToSection, heading.text))
    writer.html.markup("></a>\n")
  }

  private func writeHints(into writer: inout MarkdownWriter) {
    for (index, hint) in question.hints.enumerated() {
      writer.html.markup("<details class=\"hint\"><summary>")
      let count = question.hints.count
      writer.html.text(count == 1 ? writer.words[.hint] : writer.words(.hintOf, index + 1, count))
      writer.html.markup("</summary>")
      writer.writeWithoutLabel(hint)
      writer.html.markup("</details>\n")
    }
  }

  /// Writes the question how sure the reader is; the script shows it and keeps the answer.
  private func writeConfidence(into writer: inout MarkdownWriter) {
    writer.html.markup("<fieldset class=\"sure\" hidden><legend>")
    writer.html.text(writer.words[.sure])
    writer.html.markup("</legend><div class=\"segs\">")
    for (value, phrase) in [Phrase.guess, .fairly, .certain].enumerated() {
      writer.html.markup("<label class=\"seg\"><input type=\"radio\"")
      writer.html.attribute("name", "\(question.controlID).c")
      writer.html.attribute("value", value)
      writer.html.markup("> ")
      writer.html.text(writer.words[phrase])
      writer.html.markup("</label>")
    }
    writer.html.markup("</div></fieldset>\n")
  }

  /// Writes the buttons that only the script can answer, and therefore shows.
  private func writeButtons(into writer: inout MarkdownWriter) {
    writer.html.markup("<div class=\"bar\" hidden><button class=\"primary\">")
    writer.html.text(writer.words[.check])
    writer.html.markup("</button> <button type=\"button\">")
    writer.html.text(writer.words[.retry])
    writer.html.markup("</button> <button type=\"button\" aria-pressed=\"false\">")
    writer.html.text(writer.words[.reviewLater])
    writer.html.markup("</button></div>\n")
  }

  /// Writes what stands between the answers and the result.
  private func writeTools(into writer: inout MarkdownWriter) {
    if question.kind.isScored, question.settings.asksConfidence { writeConfidence(into: &writer) }
    writeButtons(into: &writer)
  }

  private func writeKey(of answers: any AnswerForm, into writer: inout MarkdownWriter) {
    writer.html.markup("<details class=\"check\"><summary>")
    writer.html.text(writer.words[question.kind == .explain ? .compareAnswer : .checkAnswer])
    writer.html.markup("</summary>\n<div class=\"key\" data-nosnippet>\n")
    answers.writeAccepted(into: &writer.html)
    writer.writingKey { writer in
      answers.writeKey(into: &writer)
      writer.writeWhy(of: question)
    }
    writer.html.markup("</div></details>\n")
  }
}

extension QuestionKind {
  /// Its name in the markup.
  fileprivate var formName: String {
    switch self {
    case .chooseOne: "one"
    case .chooseAll: "all"
    case .trueOrFalse: "true"
    case .sort: "sort"
    case .match: "match"
    case .order: "order"
    case .fillIn: "fill"
    case .answer: "answer"
    case .number: "number"
    case .explain: "explain"
    case .cards: "cards"
    }
  }
}
