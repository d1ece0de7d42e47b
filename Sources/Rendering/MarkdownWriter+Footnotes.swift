import HTML
import Markdown

/// Where the walk is in the footnotes.
struct FootnoteState {
  /// How many definitions were begun.
  var opened = 0
  /// The number of the last definition whose links back were written.
  var linked = 0
  var current: Node.FootnoteDefinition?
  /// How many marks of each footnote were written, by its number.
  var written: [Int: Int] = [:]
  /// How many marks of each footnote will have been written in the end, known from the first definition on.
  var expected: [Int: Int] = [:]
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

  mutating func openFootnoteDefinition(_ node: Node) -> Descent {
    guard let definition = node.footnoteDefinition else { return .skipsNode }
    if footnotes.opened == 0 {
      if let page {
        expectMarks(in: node)
        html.lineStart()
        html.markup("<section class=\"footnotes\"><h2 id=\"page.footnotes\">")
        html.text(page.words[.footnotes])
        html.markup("</h2>\n<ol>\n")
      } else {
        html.markup("<section class=\"footnotes\" data-footnotes>\n<ol>\n")
      }
    }
    footnotes.opened += 1
    footnotes.current = definition
    if page == nil {
      html.markup("<li id=\"fn-")
      html.url(definition.label)
      html.markup("\">\n")
    } else {
      html.markup("<li")
      html.attribute("id", "fn.\(footnotes.opened)")
      html.markup(">")
    }
    return .entersChildren
  }

  /// Counts the marks that the definitions hold, which lead to definitions before and after them.
  ///
  /// cmark's own counts are not those of the page: they take in marks in the descriptions of images,
  /// and a question leaves out or repeats what it holds.
  private mutating func expectMarks(in firstDefinition: Node) {
    footnotes.expected = footnotes.written
    var definition: Node? = firstDefinition
    while let node = definition {
      var walk = Walk(node)
      while let event = walk.next() {
        guard case .enter(let inner) = event else { continue }
        switch inner.kind {
        case .image: walk.skip(inner)
        case .footnoteReference:
          if let number = inner.footnoteReference?.number { footnotes.expected[number, default: 0] += 1 }
        default: break
        }
      }
      definition = node.next
    }
  }

  private mutating func nextOccurrence(of number: Int) -> Int {
    let occurrence = footnotes.written[number, default: 0] + 1
    footnotes.written[number] = occurrence
    return occurrence
  }

  mutating func closeFootnoteDefinition(_ node: Node) {
    if footnotes.linked < footnotes.opened {
      if page != nil { html.markup("<p>") }
      writeLinksBack()
      html.markup(page == nil ? "\n" : "</p>")
    }
    footnotes.current = nil
    html.markup("</li>\n")
  }

  /// Writes the links back to the text where a paragraph is the last block of a footnote.
  mutating func writeBackReferences(endOf paragraph: Node) {
    guard footnotes.current != nil, paragraph.next == nil, paragraph.parent?.kind == .footnoteDefinition
    else {
      return
    }
    html.text(" ")
    if footnotes.linked < footnotes.opened { writeLinksBack() }
  }

  mutating func closeFootnotes() {
    if footnotes.opened > 0 { html.markup("</ol>\n</section>\n") }
    footnotes = FootnoteState()
  }

  private mutating func writeLinksBack() {
    guard let definition = footnotes.current else { return }
    footnotes.linked = footnotes.opened
    let count = page == nil ? definition.references : footnotes.expected[footnotes.opened, default: 0]
    for occurrence in 1..<(count + 1) {
      if occurrence > 1 { html.text(" ") }
      if let page {
        writeLinkBack(occurrence, page)
      } else {
        writePlainLinkBack(definition.label, occurrence)
      }
    }
  }

  private mutating func writeLinkBack(_ occurrence: Int, _ page: PageStyle) {
    let number = footnotes.opened
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
