import HTML
import Markdown

/// Where the walk is in the footnotes.
struct FootnoteState {
  /// How many definitions were begun.
  var opened = 0
  /// The number of the last definition whose links back were written.
  var linked = 0
  var current: Node.FootnoteDefinition?
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
    if !isCopying { html.attribute("id", Self.referenceID(reference.number, reference.occurrence)) }
    html.attribute("href", url: "#fn.\(reference.number)")
    html.attribute("aria-label", page.words(.footnote, reference.number))
    html.markup(">")
    html.number(reference.number)
    html.markup("</a></sup>")
  }

  mutating func openFootnoteDefinition(_ node: Node) {
    guard let definition = node.footnoteDefinition else { return }
    if footnotes.opened == 0 {
      if let page {
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
    for occurrence in 1...max(definition.references, 1) {
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
