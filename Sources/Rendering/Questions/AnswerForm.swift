import Courses
import HTML
import Markdown

/// Writes the controls of one kind of question and its key.
protocol AnswerForm {
  /// Whether the controls stand inside the prompt, so that it is written with them.
  var writesPrompt: Bool { get }
  /// Whether there is a key apart from the controls.
  var hasKey: Bool { get }
  /// Writes the controls.
  func writeControls(into writer: inout MarkdownWriter)
  /// Writes what the script needs to compare typed answers.
  func writeAccepted(into html: inout HTMLWriter)
  /// Writes the key, without the question's Why.
  func writeKey(into writer: inout MarkdownWriter)
  /// Writes the key for paper, without controls and ids.
  func writePrintKey(into writer: inout MarkdownWriter)
  /// What is answered as Markdown without the key; empty where the prompt says all.
  func markdown(from source: MarkdownSource) -> String
}

extension AnswerForm {
  var writesPrompt: Bool { false }
  var hasKey: Bool { true }
  func writeAccepted(into html: inout HTMLWriter) {}
  func writePrintKey(into writer: inout MarkdownWriter) { writeKey(into: &writer) }
  func markdown(from source: MarkdownSource) -> String { "" }
}

extension Question {
  /// The form for the question's kind.
  func answerForm(omitsAnswers: Bool) -> any AnswerForm {
    let form = FormContext(question: self, omitsAnswers: omitsAnswers)
    return switch interaction {
    case .choice(let interaction): ChoiceForm(form: form, interaction: interaction)
    case .trueOrFalse(let interaction): TrueOrFalseForm(form: form, interaction: interaction)
    case .sort(let interaction): SortForm(form: form, interaction: interaction)
    case .match(let interaction): MatchForm(form: form, interaction: interaction)
    case .order(let interaction): OrderForm(form: form, interaction: interaction)
    case .fillIn(let interaction): FillInForm(form: form, interaction: interaction)
    case .answer(let interaction): ShortAnswerForm(form: form, interaction: interaction)
    case .number(let interaction): NumberForm(form: form, interaction: interaction)
    case .explain(let interaction): ExplainForm(form: form, interaction: interaction)
    case .cards(let interaction): CardsForm(form: form, interaction: interaction)
    }
  }

  /// What the ids and names of its controls begin with.
  var controlID: String { "q-\(id)" }

  /// Whether what it shows is in another order than its author's.
  var isShuffled: Bool {
    if case .choice(let interaction) = interaction, interaction.isOrdered { return false }
    return settings.isShuffled
  }
}

/// What the forms of all kinds share.
struct FormContext {
  let question: Question
  /// Whether the page is built without its key.
  let omitsAnswers: Bool
  /// What the ids and names of the question's controls begin with.
  let controlID: String

  /// - Parameters:
  ///   - question: the question.
  ///   - omitsAnswers: whether the page is built without its key.
  init(question: Question, omitsAnswers: Bool) {
    self.question = question
    self.omitsAnswers = omitsAnswers
    controlID = question.controlID
  }

  /// The id and name of a control.
  func control(_ number: Int) -> String { "\(controlID).\(number)" }

  /// Writes `data-ok`, which marks the right control.
  func writeRight(if isRight: Bool, into html: inout HTMLWriter) {
    if isRight, !omitsAnswers { html.markup(" data-ok") }
  }

  /// Writes the two words of which the style sheet shows the one that holds.
  func writeMarks(into writer: inout MarkdownWriter) {
    guard !omitsAnswers else { return }
    writer.html.markup("<span class=\"mark ok\">")
    writer.html.text(writer.words[.right])
    writer.html.markup("</span><span class=\"mark no\">")
    writer.html.text(writer.words[.wrong])
    writer.html.markup("</span>")
  }

  /// Writes what the script shows beside an answer. The key says it too, and has the ids.
  ///
  /// - Parameters:
  ///   - feedback: a quote or a cell; nil for nothing.
  ///   - answer: the place of the answer it explains, where it stands beside a field for all of them.
  ///   - writer: what to write into.
  func writeFeedback(_ feedback: Node?, for answer: Int? = nil, into writer: inout MarkdownWriter) {
    guard let feedback, !omitsAnswers else { return }
    writer.html.markup("\n<div class=\"fb\"")
    if let answer { writer.html.attribute("data-for", answer) }
    writer.html.markup(" data-nosnippet>")
    writer.writingKey { writer in
      writer.copying { writer in
        if feedback.kind == .tableCell {
          writer.writeBlock(feedback)
        } else {
          writer.writeChildren(of: feedback)
        }
      }
    }
    writer.html.markup("</div>")
  }

  /// The places of things in a shuffled order; the same whatever the question's settings.
  ///
  /// - Parameters:
  ///   - count: how many things there are.
  ///   - part: which of the question's orders it is, where it has several.
  func permutation(of count: Int, part: String = "") -> [Int] {
    var shuffle = SeededShuffle(seed: question.fullID + part)
    return shuffle.order(of: count)
  }

  /// The order in which things are shown whose order in the source tells the answer.
  ///
  /// Three and more never keep it; of two, one order is as likely as the other. Those that are not to be
  /// shuffled stand in the order of their texts.
  ///
  /// - Parameter texts: the things' texts, in the order of the source.
  func neutralOrder(of texts: [String]) -> ShownOrder {
    var shuffle = SeededShuffle(seed: question.fullID)
    let count = texts.count
    let permutation = count < 3 ? shuffle.order(of: count) : shuffle.changedOrder(of: count)
    guard !question.isShuffled else { return ShownOrder(permutation) }
    let sorted = texts.indices.sorted { (texts[$0].lowercased(), $0) < (texts[$1].lowercased(), $1) }
    return ShownOrder(permutation, shownAs: sorted == Array(texts.indices) ? sorted.reversed() : sorted)
  }
}

/// Things in the order in which they are shown, each with a number that settings do not move.
struct ShownOrder {
  /// The things' places in the source, in the order shown, each with its number.
  let entries: [(source: Int, number: Int)]

  /// - Parameters:
  ///   - permutation: the places in the source in their shuffled order; a thing's number is its place here.
  ///   - order: the places in the source in the order to be shown; nil for the shuffled one.
  init(_ permutation: [Int], shownAs order: [Int]? = nil) {
    var numbers = permutation
    for (number, source) in permutation.enumerated() { numbers[source] = number }
    entries = (order ?? permutation).map { (source: $0, number: numbers[$0]) }
  }

  /// - Parameters:
  ///   - permutation: the places in the source in their shuffled order; a thing's number is its place here.
  ///   - isShuffled: whether that is the order shown; otherwise the source's is.
  init(_ permutation: [Int], isShuffled: Bool) {
    self.init(permutation, shownAs: isShuffled ? nil : Array(permutation.indices))
  }
}
