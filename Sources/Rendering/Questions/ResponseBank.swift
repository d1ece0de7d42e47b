import Courses
import HTML
import Markdown

/// The responses of a Match, or the categories of a large Sort: listed once in full under letters, so
/// that nothing is cut off in menus and paper can be filled in.
struct ResponseBank {
  /// A response with the value that stands for it in every menu.
  struct Response {
    let content: [Node]
    let value: Int
  }

  /// The responses in the order shown.
  let responses: [Response]

  /// Writes the list.
  func writeList(into writer: inout MarkdownWriter) {
    writer.html.markup("<ol class=\"bank\">")
    for response in responses {
      writer.html.markup("<li>")
      writer.writeInline(response.content)
      writer.html.markup("</li>")
    }
    writer.html.markup("</ol>\n")
  }

  /// Writes a row: what is asked, and a menu of the responses.
  ///
  /// - Parameters:
  ///   - number: the number of the row's control.
  ///   - content: what is asked.
  ///   - right: the value of the right response.
  ///   - writeFeedback: writes what the script shows beside a picked response.
  func writeRow(
    _ number: Int, content: [Node], right: Int, form: FormContext, into writer: inout MarkdownWriter,
    writeFeedback: (inout MarkdownWriter) -> Void
  ) {
    let id = form.control(number)
    writer.html.markup("<div class=\"row\"><label")
    writer.html.attribute("for", id)
    writer.html.markup(">")
    writer.writeInline(content)
    writer.html.markup("</label>\n<select")
    writer.html.attribute("id", id)
    writer.html.attribute("name", id)
    writer.html.markup("><option value=\"\">")
    writer.html.text(writer.words[.choosePlaceholder])
    writer.html.markup("</option>")
    for (index, response) in responses.enumerated() {
      writer.html.markup("<option")
      writer.html.attribute("value", response.value)
      form.writeRight(if: response.value == right, into: &writer.html)
      writer.html.markup(">")
      let text = response.content.map(\.plainText).joined(separator: " ")
      writer.html.text("\(Self.letters(for: index)). \(text)")
      writer.html.markup("</option>")
    }
    writer.html.markup("</select>\n")
    form.writeMarks(into: &writer)
    writeFeedback(&writer)
    writer.html.markup("</div>\n")
  }

  /// The letters that number an item in CSS's `upper-alpha`: A to Z, then AA, AB, …
  static func letters(for index: Int) -> String {
    var letters = ""
    var rest = index + 1
    while rest > 0 {
      let letter = UInt8(ascii: "A") + UInt8((rest - 1) % 26)
      letters = String(UnicodeScalar(letter)) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
