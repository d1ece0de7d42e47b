import Courses
import HTML
import Markdown

/// Match: the responses under letters, and a menu for each item on the left.
struct MatchForm: AnswerForm {
  let form: FormContext
  let interaction: MatchInteraction

  private var order: ShownOrder { form.neutralOrder(of: interaction.responses.map(\.content.plainText)) }

  func writeControls(into writer: inout MarkdownWriter) {
    let order = order
    let bank = ResponseBank(
      responses: order.entries.map {
        .init(content: [interaction.responses[$0.source].content], value: $0.number)
      })
    let values = Dictionary(uniqueKeysWithValues: order.entries.map { ($0.source, $0.number) })
    writeTitle(interaction.rightHeader, into: &writer)
    bank.writeList(into: &writer)
    writeTitle(interaction.leftHeader, into: &writer)
    for (number, pair) in interaction.pairs.enumerated() {
      bank.writeRow(
        number, content: [pair.left], right: values[pair.response] ?? 0, form: form, into: &writer
      ) {
        form.writeFeedback(pair.why, into: &$0)
      }
    }
  }

  private func writeTitle(_ header: Node, into writer: inout MarkdownWriter) {
    guard header.firstChild != nil else { return }
    writer.html.markup("<p class=\"side-title\">")
    writer.writeChildren(of: header)
    writer.html.markup("</p>\n")
  }

  func writeKey(into writer: inout MarkdownWriter) {
    writer.html.markup("<ul>\n")
    for pair in interaction.pairs {
      let response = interaction.responses[pair.response].content
      writer.writeKeyItem(content: [response, pair.why].compactMap { $0 }, feedback: nil) {
        $0.writeChildren(of: pair.left)
        return pair.left.plainText
      }
    }
    for response in interaction.responses {
      guard let whyNot = response.whyNot else { continue }
      writer.writeKeyItem(content: [response.content, whyNot], feedback: nil) {
        $0.writeLead($0.words[.wrong])
      }
    }
    writer.html.markup("</ul>\n")
  }

  func markdown(from source: MarkdownSource) -> String {
    let responses = order.entries.map { interaction.responses[$0.source].content }
    var rows = [[interaction.leftHeader, interaction.rightHeader].map(source.line(of:))]
    rows.append(["---", "---"])
    for index in 0..<max(interaction.pairs.count, responses.count) {
      let left = index < interaction.pairs.count ? source.line(of: interaction.pairs[index].left) : ""
      rows.append([left, index < responses.count ? source.line(of: responses[index]) : ""])
    }
    return rows.map { "| \($0[0]) | \($0[1]) |\n" }.joined()
  }
}
