import Courses
import HTML
import Markdown

extension MarkdownWriter {
  /// The interface's own words.
  var words: Words { page?.words ?? .english }

  /// Writes something that stands elsewhere on the page too: without ids.
  mutating func copying(_ body: (inout MarkdownWriter) -> Void) {
    let wasCopying = isCopying
    isCopying = true
    body(&self)
    isCopying = wasCopying
  }

  /// Writes something of a key, which readers see only once they ask for it.
  mutating func writingKey(_ body: (inout MarkdownWriter) -> Void) {
    let wasKey = isKey
    isKey = true
    body(&self)
    isKey = wasKey
  }

  /// Writes a question's title without its kind.
  mutating func writeTitle(of question: Question) {
    html.text(question.title.firstText)
    for node in question.title.rest { write(node) }
  }

  /// Writes what a labelled quote holds, without its label.
  mutating func writeWithoutLabel(_ quote: LabelledQuote) {
    replacements[quote.labelNode] = HTMLWriter()
    if let text = quote.labelNode.next, text.kind == .text {
      var trimmed = HTMLWriter()
      trimmed.text(String(text.literal.drop(while: \.isWhitespace)))
      replacements[text] = trimmed
    } else if quote.labelNode.next == nil, let paragraph = quote.labelNode.parent {
      replacements[paragraph] = HTMLWriter()
    }
    writeChildren(of: quote.quote)
    replacements.removeAll()
  }

  /// Writes a question's Why, with its label.
  mutating func writeWhy(of question: Question) {
    guard let why = question.why else { return }
    html.markup("<div class=\"why\">")
    writeChildren(of: why.quote)
    html.markup("</div>\n")
  }

  /// Writes blocks where only inline content may stand: paragraphs and cells as what they hold, other
  /// blocks as their text.
  mutating func writeInline(_ blocks: [Node]) {
    for (index, block) in blocks.enumerated() {
      if index > 0 { html.text(" ") }
      switch block.kind {
      case .paragraph, .tableCell: writeChildren(of: block)
      default: html.text(block.plainText)
      }
    }
  }

  /// Writes what belongs to an answer below its first paragraph.
  mutating func writeRest(of blocks: [Node]) {
    for block in blocks.dropFirst() { writeBlock(block) }
  }

  /// Writes a block; a paragraph always as a `p`, also in a list that is tight in the source.
  mutating func writeBlock(_ block: Node) {
    if block.kind == .paragraph || block.kind == .tableCell {
      html.markup("<p>")
      writeChildren(of: block)
      html.markup("</p>")
    } else {
      write(block)
    }
  }

  // MARK: Keys

  /// Writes an item of a key: words in bold, a colon, and what they say something about.
  ///
  /// - Parameters:
  ///   - isRight: whether the style sheet marks the item.
  ///   - content: the blocks that the words are about.
  ///   - feedback: the quote under it.
  ///   - lead: writes the words and gives their text, which shows whether they need a colon.
  mutating func writeKeyItem(
    isRight: Bool = false, content: [Node], feedback: Node?, lead: (inout MarkdownWriter) -> String
  ) {
    html.markup(isRight ? "<li class=\"ok\"><p><strong>" : "<li><p><strong>")
    copying { writer in
      let text = lead(&writer)
      if !text.endsWithMark { writer.html.markup(":") }
      writer.html.markup("</strong> ")
      if let first = content.first { writer.writeInline([first]) }
      writer.html.markup("</p>")
      writer.writeRest(of: content)
    }
    if let feedback { writeChildren(of: feedback) }
    html.markup("</li>\n")
  }

  /// Writes words as the lead of an item of a key.
  mutating func writeLead(_ words: String) -> String {
    html.text(words)
    return words
  }
}

extension String {
  /// Whether it ends with a mark after which a colon would be one too many.
  fileprivate var endsWithMark: Bool {
    // Most words end in a letter, and a byte tells it sooner than a character.
    if let last = utf8.last, last | 0x20 >= UInt8(ascii: "a"), last < 0x80 { return false }
    return last.map { ".?!…:。？！：".contains($0) } ?? false
  }
}
