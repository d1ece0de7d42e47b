import HTML
import Markdown

/// What the walk knows of the footnotes.
struct FootnoteState {
  /// How many definitions were begun, in plain style.
  var opened = 0
  /// The definition that is being written, with its number.
  var current: (definition: Node.FootnoteDefinition, number: Int)?
  /// Whether the links back of the current definition were written.
  var isLinked = false
  /// How many marks with an id were written of each footnote, by its number.
  var written: [Int: Int] = [:]
  /// How many marks with an id each footnote will have in the end; known once the definitions are written.
  var expected: [Int: Int] = [:]
  /// The footnotes that what everybody sees refers to, by their numbers.
  var shown: Set<Int> = []
  /// The footnotes that keys refer to, by their numbers.
  var concealed: Set<Int> = []
  /// The definitions, in the order of their numbers, which count from 1.
  var definitions: [Node] = []
}

extension MarkdownWriter {
  mutating func writeFootnoteReference(_ node: Node) {
    guard let reference = node.footnoteReference else { return }
    guard let page else {
      html.markup("<sup class=\"footnote-ref\"><a href=\"#fn-")
      html.url(reference.label)
      html.markup("\" id=\"fnref-")
      html.url(reference.label)
      if reference.occurrence > 1 {
        html.markup("-")
        html.number(reference.occurrence)
      }
      html.markup("\" data-footnote-ref>")
      html.number(reference.number)
      html.markup("</a></sup>")
      return
    }
    if isKey {
      footnotes.concealed.insert(reference.number)
    } else {
      footnotes.shown.insert(reference.number)
    }
    html.markup("<sup class=\"fn\"><a")
    if !isCopying {
      html.attribute("id", Self.referenceID(reference.number, nextOccurrence(of: reference.number)))
    }
    html.attribute("href", url: "#fn.\(reference.number)")
    html.attribute("aria-label", page.words(.footnote, reference.number))
    html.markup(">")
    html.number(reference.number)
    html.markup("</a></sup>")
  }

  /// Opens a definition in plain style; on a page they are put off until it is known who refers to them.
  mutating func openFootnoteDefinition(_ node: Node) -> Descent {
    guard let definition = node.footnoteDefinition else { return .skipsNode }
    guard page == nil else {
      footnotes.definitions.append(node)
      return .skipsNode
    }
    if footnotes.opened == 0 { html.markup("<section class=\"footnotes\" data-footnotes>\n<ol>\n") }
    footnotes.opened += 1
    begin(definition, number: footnotes.opened)
    html.markup("<li id=\"fn-")
    html.url(definition.label)
    html.markup("\">\n")
    return .entersChildren
  }

  mutating func closeFootnoteDefinition() {
    if !footnotes.isLinked {
      if page != nil { html.markup("<p>") }
      writeLinksBack()
      html.markup(page == nil ? "\n" : "</p>")
    }
    footnotes.current = nil
    html.markup("</li>\n")
  }

  private mutating func begin(_ definition: Node.FootnoteDefinition, number: Int) {
    footnotes.current = (definition, number)
    footnotes.isLinked = false
  }

  private mutating func nextOccurrence(of number: Int) -> Int {
    let occurrence = footnotes.written[number, default: 0] + 1
    footnotes.written[number] = occurrence
    return occurrence
  }

  /// Writes the links back to the text where a paragraph is the last block of a footnote.
  mutating func writeBackReferences(endOf paragraph: Node) {
    guard footnotes.current != nil, paragraph.next == nil, paragraph.parent?.kind == .footnoteDefinition
    else {
      return
    }
    html.text(" ")
    if !footnotes.isLinked { writeLinksBack() }
  }

  /// Ends the list of footnotes; on a page, writes it.
  mutating func closeFootnotes() {
    if let page {
      writeFootnotes(page)
    } else if footnotes.opened > 0 {
      html.markup("</ol>\n</section>\n")
    }
    footnotes = FootnoteState()
  }

  // MARK: The footnotes of a page

  /// Writes the footnotes that the page refers to.
  ///
  /// Those that only keys refer to would give answers away, so they stand in a closed `details`. The
  /// numbers are those of the source, so a page without its key may leave some out.
  private mutating func writeFootnotes(_ page: PageStyle) {
    let shown = numbers(reachedFrom: footnotes.shown)
    let concealed = numbers(reachedFrom: footnotes.concealed).subtracting(shown)
    guard !shown.isEmpty || !concealed.isEmpty else { return }
    footnotes.expected = footnotes.written
    for number in shown.union(concealed) {
      for mark in marks(in: number) { footnotes.expected[mark, default: 0] += 1 }
    }
    html.lineStart()
    html.markup("<section class=\"footnotes\"><h2 id=\"page.footnotes\">")
    html.text(page.words[.footnotes])
    html.markup("</h2>\n")
    writeFootnoteList(shown)
    if !concealed.isEmpty {
      html.markup("<details><summary>")
      html.text(page.words[.answerFootnotes])
      html.markup("</summary>\n<div data-nosnippet>\n")
      writeFootnoteList(concealed)
      html.markup("</div></details>\n")
    }
    html.markup("</section>\n")
  }

  /// Writes the footnotes that only keys refer to once more, for paper: without ids and links.
  mutating func writeConcealedFootnotes(of other: MarkdownWriter) {
    footnotes.definitions = other.footnotes.definitions
    let shown = numbers(reachedFrom: other.footnotes.shown)
    let concealed = numbers(reachedFrom: other.footnotes.concealed).subtracting(shown)
    copying { $0.writeFootnoteList(concealed) }
    footnotes = FootnoteState()
  }

  private mutating func writeFootnoteList(_ numbers: Set<Int>) {
    guard !numbers.isEmpty else { return }
    html.markup("<ol>\n")
    var next = 1
    for number in numbers.sorted() {
      let node = footnotes.definitions[number - 1]
      guard let definition = node.footnoteDefinition else { continue }
      begin(definition, number: number)
      html.markup("<li")
      if !isCopying { html.attribute("id", "fn.\(number)") }
      if number != next { html.attribute("value", number) }
      next = number + 1
      html.markup(">")
      writeChildren(of: node)
      closeFootnoteDefinition()
    }
    html.markup("</ol>\n")
  }

  /// Footnotes with those that they refer to.
  private func numbers(reachedFrom start: Set<Int>) -> Set<Int> {
    guard !start.isEmpty else { return [] }
    var reached = start.filter { $0 <= footnotes.definitions.count }
    var pending = Array(reached)
    while let number = pending.popLast() {
      for mark in marks(in: number) where reached.insert(mark).inserted { pending.append(mark) }
    }
    return reached
  }

  /// The footnotes that a footnote refers to, once for each mark.
  ///
  /// cmark's own counts are not those of the page: they take in marks in the descriptions of images,
  /// and a question leaves out or repeats what it holds.
  private func marks(in number: Int) -> [Int] {
    var marks: [Int] = []
    var walk = Walk(footnotes.definitions[number - 1])
    while let event = walk.next() {
      guard case .enter(let node) = event else { continue }
      switch node.kind {
      case .image: walk.skip(node)
      case .footnoteReference:
        if let number = node.footnoteReference?.number, number <= footnotes.definitions.count {
          marks.append(number)
        }
      default: break
      }
    }
    return marks
  }

  // MARK: Links back

  private mutating func writeLinksBack() {
    guard let (definition, number) = footnotes.current else { return }
    footnotes.isLinked = true
    guard !isCopying else { return }
    let count = page == nil ? definition.references : footnotes.expected[number, default: 0]
    for occurrence in 1..<(count + 1) {
      if occurrence > 1 { html.text(" ") }
      if let page {
        writeLinkBack(to: number, occurrence, page)
      } else {
        writePlainLinkBack(definition.label, occurrence)
      }
    }
  }

  private mutating func writeLinkBack(to number: Int, _ occurrence: Int, _ page: PageStyle) {
    html.markup("<a class=\"back\"")
    html.attribute("href", url: "#\(Self.referenceID(number, occurrence))")
    html.attribute(
      "aria-label",
      occurrence == 1
        ? page.words(.backToFootnote, number) : page.words(.backToFootnoteAgain, number, occurrence))
    html.markup("></a>")
  }

  private mutating func writePlainLinkBack(_ label: String, _ occurrence: Int) {
    html.markup("<a href=\"#fnref-")
    html.url(label)
    if occurrence > 1 {
      html.markup("-")
      html.number(occurrence)
    }
    html.markup("\" class=\"footnote-backref\" data-footnote-backref aria-label=\"Back to content\">↩")
    if occurrence > 1 {
      html.markup("<sup class=\"footnote-ref\">")
      html.number(occurrence)
      html.markup("</sup>")
    }
    html.markup("</a>")
  }

  private static func referenceID(_ number: Int, _ occurrence: Int) -> String {
    occurrence > 1 ? "ref.\(number).\(occurrence)" : "ref.\(number)"
  }
}
