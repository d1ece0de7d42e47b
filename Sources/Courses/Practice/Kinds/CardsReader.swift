import Diagnostics
import Markdown

extension Rule {
  package static let cardSide = Rule(
    "practice.card-side", .error,
    "A card has one side only, so there is nothing to recall.")
  package static let cardBoth = Rule(
    "practice.card-both", .error,
    "A card has both a back and gaps, so what is to be recalled cannot be told.")
  package static let cardColumns = Rule(
    "practice.card-columns", .error,
    "The table of cards has neither two columns nor three.")
  package static let dupFront = Rule(
    "practice.dup-front", .error,
    "Two cards have one front, so they would share one history in the reader's memory.")
}

/// Reads flashcards.
struct CardsReader: AnswerReader {
  static let shape = AnswerShape.tableOrBulletList

  static func read(_ draft: QuestionDraft, in context: inout QuestionContext) -> Interaction? {
    var deck = Deck(draft: draft)
    for block in draft.parts.answers {
      if block.kind == .table {
        readTable(block, into: &deck, &context)
      } else {
        for item in block.children { readItem(item, into: &deck, &context) }
      }
    }
    return deck.cards.isEmpty ? nil : .cards(CardsInteraction(cards: deck.cards))
  }

  /// The cards so far.
  private struct Deck {
    let draft: QuestionDraft
    var cards: [CardsInteraction.Card] = []
    private var fronts = Repetition()

    init(draft: QuestionDraft) { self.draft = draft }

    /// Adds a card, and its reverse where the settings ask for it.
    mutating func add(
      front: CardsInteraction.Side, named text: String, back: CardsInteraction.Side, note: Node?,
      isReversible: Bool, at place: Node, in context: inout QuestionContext
    ) {
      let text = TextComparison.normalized(text)
      if let first = fronts.note(text, at: place) {
        context.reportRepetition(
          .dupFront, at: context.firstLine(of: place), of: first,
          { "this front repeats line \($0): the two cards would share one history" },
          help: "word one of the two otherwise")
      }
      let fullID = Question.fullID(page: draft.page, id: draft.id)
      let id = StableHash(of: "\(fullID)\n\(text)").hexadecimal
      cards.append(.init(id: id, front: front, back: back, note: note, isReverse: false))
      if isReversible, draft.settings.showsBothWays {
        cards.append(.init(id: id + "#reverse", front: back, back: front, note: note, isReverse: true))
      }
    }
  }

  private static func readTable(_ node: Node, into deck: inout Deck, _ context: inout QuestionContext) {
    guard let table = AnswerTable(reading: node, in: &context) else { return }
    guard (2...3).contains(table.header.count) else {
      let words = context.vocabulary.words(for: .cards)
      context.report(
        .cardColumns, at: context.source.span(ofLine: context.line(of: table.header[0])),
        "“\(words)” needs two columns (front, back), or three with a note",
        help: "this table has \(table.header.count): add or remove columns")
      return
    }
    for row in table.rows {
      guard !row.cells[0].isBlank, !row.cells[1].isBlank else {
        context.report(
          .cardSide, at: context.firstLine(of: row.node), "a card needs a front and a back",
          help: "fill the first two cells")
        continue
      }
      let note = row.cells.count > 2 && !row.cells[2].isBlank ? row.cells[2] : nil
      deck.add(
        front: .nodes([row.cells[0]]), named: text(of: [row.cells[0]]), back: .nodes([row.cells[1]]),
        note: note, isReversible: true, at: row.node, in: &context)
    }
  }

  private static func readItem(_ node: Node, into deck: inout Deck, _ context: inout QuestionContext) {
    let item = AnswerItem(reading: node, as: "card", in: &context)
    guard !item.content.allSatisfy(\.isBlank) else { return }
    let gaps = BlankReader.strongNodes(in: item.content)
    if let back = item.feedback {
      if !gaps.isEmpty {
        context.report(
          .cardBoth, at: context.firstLine(of: back), "a card has a > back or **gaps**, not both",
          help: "remove the back, or write the front's emphasis as *italic*")
        return
      }
      let front = item.body
      deck.add(
        front: .nodes(front), named: text(of: front), back: .nodes(back.childNodes), note: nil,
        isReversible: true, at: node, in: &context)
    } else if !gaps.isEmpty {
      addGaps(of: item, into: &deck, &context)
    } else if !item.hasLostFeedback(in: context) {
      context.report(
        .cardSide, at: context.firstLine(of: node), "this card has no back",
        help: "indent a > under it by \(context.indent(under: node)), or put the hidden part in **bold**")
    }
  }

  private static func addGaps(of item: AnswerItem, into deck: inout Deck, _ context: inout QuestionContext) {
    guard let paragraph = item.content.first else { return }
    let gaps = BlankReader.strongNodes(in: [paragraph]).map { BlankReader.read($0, in: &context) }
    let sentence = CardsInteraction.Sentence(paragraph: paragraph, gaps: gaps)
    for place in gaps.indices {
      deck.add(
        front: .hiding(place, in: sentence), named: text(of: [paragraph], hiding: gaps[place].node),
        back: .revealing(place, in: sentence), note: nil, isReversible: false, at: item.node, in: &context)
    }
  }

  /// A front as text, a hidden gap as `[…]`.
  private static func text(of nodes: [Node], hiding gap: Node? = nil) -> String {
    var text = ""
    for node in nodes {
      var walk = Walk(node)
      while let event = walk.next() {
        guard case .enter(let node) = event else { continue }
        switch node.kind {
        case .text, .code, .codeBlock: text += node.literal
        case .softBreak, .lineBreak, .paragraph: text += " "
        case .image: text += " \(node.destination) "
        case _ where node == gap:
          text += "[…]"
          walk.skipChildren(of: node)
        default: continue
        }
      }
    }
    return text
  }
}

extension CardsInteraction: KeyedInteraction {
  func addContent(to digest: inout ContentDigest) {
    for card in cards {
      digest.add("card")
      digest.add(card.id)
      add(card.front, to: &digest)
    }
  }

  func addKey(to digest: inout ContentDigest) {
    // Without the ids, which change with the address of the page.
    digest.add(unordered: cards) { card, digest in
      digest.add("front")
      add(card.front, to: &digest)
      digest.add("back")
      add(card.back, to: &digest)
    }
  }

  private func add(_ side: Side, to digest: inout ContentDigest) {
    switch side {
    case .nodes(let nodes): digest.add(nodes)
    case .hiding(let place, let sentence), .revealing(let place, let sentence):
      digest.add(String(place))
      digest.add(sentence.paragraph)
    }
  }
}
