import Courses
import HTML
import Markdown

/// What pages give to the reviews: their cards, and their questions for readers who missed one.
///
/// The review page asks for a lesson's when it needs them. They are a script, since a page that was
/// opened from the disk is refused other data.
package struct ReviewMaterial: Sendable {
  /// The questions with cards.
  package private(set) var decks: [CardDeck] = []
  private var cards = HTMLWriter()
  private var questions = HTMLWriter()

  package init() {}

  /// Whether there is nothing.
  var isEmpty: Bool { cards.isEmpty && questions.isEmpty }

  /// Adds a question or its cards.
  ///
  /// - Parameters:
  ///   - question: the question; its page does not omit its answers.
  ///   - places: where its section stands, without what belongs to its page only.
  ///   - html: what it was written into.
  ///   - style: what its page adds to plain Markdown.
  mutating func add(
    _ question: Question, writtenAt places: [Range<Int>], in html: HTMLWriter, style: PageStyle
  ) {
    let place = "\(question.page.htmlPath)#\(question.heading.id)"
    guard case .cards(let interaction) = question.interaction else {
      Self.open("\(question.page.fileName)/\(question.id)", from: place, into: &questions)
      questions.markup(",\"form\":")
      questions.templateLiteral(html, places)
      questions.markup("}")
      return
    }
    decks.append(CardDeck(path: place, title: question.title.text, count: interaction.cards.count))
    for card in interaction.cards {
      Self.open(card.id, from: place, into: &cards)
      cards.markup(",\"front\":")
      cards.templateLiteral(Self.html(style) { $0.writeFront(of: card) })
      cards.markup(",\"back\":")
      cards.templateLiteral(Self.html(style) { $0.writeBack(of: card) })
      cards.markup("}")
    }
  }

  /// Adds what another page gives.
  package mutating func append(_ other: ReviewMaterial) {
    decks += other.decks
    Self.append(other.cards, to: &cards)
    Self.append(other.questions, to: &questions)
  }

  /// The script of a lesson: a call with all its cards and questions.
  func script(for lesson: Lesson) -> [UInt8] {
    var script = HTMLWriter(capacity: cards.utf8.count + questions.utf8.count + 256)
    script.markup("waymarkCards({\"lesson\":")
    script.jsonString(lesson.slug)
    script.markup(",\"title\":")
    script.jsonString(lesson.title)
    script.markup(",\"cards\":[")
    script.append(cards)
    script.markup("],\"questions\":[")
    script.append(questions)
    script.markup("]});\n")
    return script.utf8
  }

  private static func open(_ id: String, from place: String, into list: inout HTMLWriter) {
    list.markup(list.isEmpty ? "{\"id\":" : ",{\"id\":")
    list.jsonString(id)
    list.markup(",\"from\":")
    list.jsonString(place)
  }

  private static func append(_ other: HTMLWriter, to list: inout HTMLWriter) {
    guard !list.isEmpty, !other.isEmpty else {
      if list.isEmpty { list = other }
      return
    }
    list.markup(",")
    list.append(other)
  }

  /// A side of a card as it stands on its page, without the ids there.
  private static func html(_ style: PageStyle, _ write: (inout MarkdownWriter) -> Void) -> HTMLWriter {
    var writer = MarkdownWriter(.page(style))
    writer.copying(write)
    return writer.html
  }
}
