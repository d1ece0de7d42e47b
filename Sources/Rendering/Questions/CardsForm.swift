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
    for card in interaction.cards {
      writer.html.markup("<details class=\"card\"")
      writer.html.attribute("data-card", card.id)
      writer.html.markup("><summary>")
      writer.writeFront(of: card)
      writer.html.markup("</summary>")
      if !form.omitsAnswers {
        writer.html.markup("\n<div class=\"back\" data-nosnippet>")
        writer.writingKey { $0.writeBack(of: card) }
        writer.html.markup("</div>")
      }
      writer.html.markup("</details>\n")
    }
    writer.html.markup("</div>\n")
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
    interaction.cards.filter { !$0.isReverse }.map { card in
      switch card.front {
      case .nodes(let nodes): source.item("- ", nodes)
      case .hiding(let hidden, let sentence), .revealing(let hidden, let sentence):
        source.item(
          "- ", [sentence.paragraph],
          replacing: sentence.gaps.enumerated().map { place, gap in
            (gap.node, place == hidden ? "[…]" : gap.rightOptions.first?.text ?? "")
          })
      }
    }.joined()
  }
}

extension MarkdownWriter {
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
    case .hiding(let place, let sentence): write(sentence, hiding: place, inline: inline)
    case .revealing(let place, let sentence): write(sentence, revealing: place, inline: inline)
    }
  }

  private mutating func write(
    _ sentence: CardsInteraction.Sentence, hiding hidden: Int? = nil, revealing revealed: Int? = nil,
    inline: Bool
  ) {
    for (place, gap) in sentence.gaps.enumerated() {
      var html = HTMLWriter()
      if place == hidden {
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
