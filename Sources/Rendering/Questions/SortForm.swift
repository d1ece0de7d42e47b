import Courses
import HTML
import Markdown

/// Sort: radio buttons for up to four categories, menus for more.
struct SortForm: AnswerForm {
  let form: FormContext
  let interaction: SortInteraction

  /// How many categories fit in a row of radio buttons.
  private static let segmentLimit = 4

  /// What is sorted, with the place of its category.
  private var members: [(member: SortInteraction.Member, category: Int)] {
    interaction.categories.enumerated().flatMap { place, category in category.members.map { ($0, place) } }
  }

  private var order: ShownOrder {
    form.neutralOrder(of: members.map { $0.member.content.map(\.plainText).joined(separator: " ") })
  }

  func writeControls(into writer: inout MarkdownWriter) {
    let members = members
    guard interaction.categories.count > Self.segmentLimit else {
      for entry in order.entries { writeSegments(members[entry.source], number: entry.number, into: &writer) }
      return
    }
    let bank = ResponseBank(
      responses: interaction.categories.enumerated().map { .init(content: $1.label, value: $0) })
    bank.writeList(into: &writer)
    for entry in order.entries {
      let (member, category) = members[entry.source]
      bank.writeRow(entry.number, content: member.content, right: category, form: form, into: &writer) {
        form.writeFeedback(member.feedback, into: &$0)
      }
    }
  }

  private func writeSegments(
    _ entry: (member: SortInteraction.Member, category: Int), number: Int, into writer: inout MarkdownWriter
  ) {
    form.writeSegments(
      named: form.control(number), content: entry.member.content, feedback: entry.member.feedback,
      segments: interaction.categories.enumerated().map { place, category in
        Segment(value: String(place), isRight: place == entry.category) { $0.writeInline(category.label) }
      }, into: &writer)
  }

  func writeKey(into writer: inout MarkdownWriter) {
    let members = members
    writer.html.markup("<ul>\n")
    for entry in order.entries {
      let (member, category) = members[entry.source]
      let label = interaction.categories[category].label
      writer.writeKeyItem(content: member.content, feedback: member.feedback) {
        $0.writeInline(label)
        return label.last?.plainText ?? ""
      }
    }
    writer.html.markup("</ul>\n")
  }

  func markdown(from source: MarkdownSource) -> String {
    let members = members
    let items = order.entries.enumerated().map { index, entry in
      source.item("\(index + 1). ", members[entry.source].member.content)
    }
    return interaction.categories.map { source.item("- ", $0.label) }.joined() + "\n" + items.joined()
  }
}
