import Courses
import HTML
import Markdown

/// Cards: each a `details` whose summary is the front.
struct CardsForm: AnswerForm {
  let form: FormContext
  let interaction: CardsInteraction

  var hasKey: Bool { false }

  func writeControls(into writer: inout MarkdownWriter) {
    writer.html.markup("<div class=\"cards\">\n")
    if form.omitsAnswers {
      for card in interaction.cards where card.isAskedWithoutKey {
        writer.html.markup("<div class=\"card\"><p>")
        writer.writeFrontWithoutKey(of: card)
        writer.html.markup("</p></div>\n")
      }
    } else {
      // The front of a reverse card would tell the back of the one beside it: only reviews ask it.
      for (index, card) in interaction.cards.enumerated() where !card.isReverse {
        // A card's reverse comes right after it.
        let next = interaction.cards.indices.contains(index + 1) ? interaction.cards[index + 1] : nil
        write(card, hasReverse: next?.isReverse == true, into: &writer)
      }
    }
    writer.html.markup("</div>\n")
  }

  private func write(
    _ card: CardsInteraction.Card, hasReverse: Bool, into writer: inout MarkdownWriter
  ) {
    writer.html.markup("<details class=\"card\"")
    writer.html.attribute("data-card", card.id)
    if hasReverse { writer.html.markup(" data-both") }
    writer.html.markup("><summary>")
    writer.writeFront(of: card)
    writer.html.markup("</summary>\n<div class=\"back\" data-nosnippet>")
    writer.writingKey { $0.writeBack(of: card) }
    writer.html.markup("</div></details>\n")
  }

  func writeKey(into writer: inout MarkdownWriter) {}

  func writePrintKey(into writer: inout MarkdownWriter) {
    writer.html.markup("<ul>\n")
    for card in interaction.cards where !card.isReverse {
      writer.html.markup("<li><p>")
      writer.copying { writer in
        writer.writeFront(of: card)
        writer.html.markup("</p>")
        writer.writeBack(of: card)
      }
      writer.html.markup("</li>\n")
    }
    writer.html.markup("</ul>\n")
  }

  func markdown(from source: MarkdownSource) -> String {
    interaction.cards.filter(\.isAskedWithoutKey).map { card in
      switch card.front {
      case .nodes(let nodes): source.item("- ", nodes)
      case .hiding(_, let sentence), .revealing(_, let sentence):
        source.item(
          "- ", [sentence.paragraph],
          replacing: sentence.gaps.map { ($0.node, "[…]") })
      }
    }.joined()
  }
}

extension CardsInteraction.Card {
  /// Whether it is asked where no key may stand: the fronts of reverse cards are backs of others, and
  /// each gap of a sentence is told by the cards of the other gaps.
  fileprivate var isAskedWithoutKey: Bool {
    switch front {
    case .nodes: !isReverse
    case .hiding(let place, _): place == 0 && !isReverse
    case .revealing: false
    }
  }
}

extension MarkdownWriter {
  /// Writes the front of a card with all gaps of its sentence open: inline content.
  fileprivate mutating func writeFrontWithoutKey(of card: CardsInteraction.Card) {
    switch card.front {
    case .nodes(let nodes): writeInline(nodes)
    case .hiding(_, let sentence), .revealing(_, let sentence): write(sentence, hiding: nil, inline: true)
    }
  }

  /// Writes the front of a card: inline content.
  package mutating func writeFront(of card: CardsInteraction.Card) {
    write(card.front, inline: true)
  }

  /// Writes the back of a card with its note: blocks.
  package mutating func writeBack(of card: CardsInteraction.Card) {
    write(card.back, inline: false)
    guard let note = card.note else { return }
    html.markup("<p class=\"note\">")
    writeChildren(of: note)
    html.markup("</p>")
  }

  private mutating func write(_ side: CardsInteraction.Side, inline: Bool) {
    switch side {
    case .nodes(let nodes):
      if inline { writeInline(nodes) } else { for node in nodes { writeBlock(node) } }
    case .hiding(let place, let sentence): write(sentence, hiding: [place], inline: inline)
    case .revealing(let place, let sentence): write(sentence, hiding: [], revealing: place, inline: inline)
    }
  }

  /// Writes a sentence with some gaps open.
  ///
  /// - Parameters:
  ///   - sentence: the sentence.
  ///   - hidden: the places of the open gaps; nil for all.
  ///   - revealed: the place of the gap that is asked.
  ///   - inline: whether without its paragraph.
  private mutating func write(
    _ sentence: CardsInteraction.Sentence, hiding hidden: Set<Int>?, revealing revealed: Int? = nil,
    inline: Bool
  ) {
    for (place, gap) in sentence.gaps.enumerated() {
      var html = HTMLWriter()
      if hidden?.contains(place) ?? true {
        html.markup("<span class=\"blank\">[…]</span>")
      } else if place == revealed {
        html.markup("<strong>")
        html.text(gap.rightOptions.map(\.text).joined(separator: " / "))
        html.markup("</strong>")
      } else {
        html.text(gap.rightOptions.first?.text ?? "")
      }
      replacements[gap.node] = html
    }
    if inline { writeInline([sentence.paragraph]) } else { writeBlock(sentence.paragraph) }
    replacements.removeAll()
  }
}
