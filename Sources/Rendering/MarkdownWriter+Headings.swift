import HTML
import Markdown

extension MarkdownWriter {
  mutating func openHeading(_ node: Node, level: Int) -> Descent {
    html.lineStart()
    guard let mark = page?.headings[node] else {
      openTag(level: level)
      html.markup(">")
      return .entersChildren
    }
    for id in mark.formerIDs {
      html.markup("<a")
      html.attribute("id", id)
      html.markup("></a>")
    }
    html.markup("<div class=\"heading\">")
    openTag(level: mark.level)
    html.attribute("id", mark.id)
    html.markup(">")
    return .entersChildren
  }

  mutating func closeHeading(_ node: Node, level: Int) {
    guard let page, let mark = page.headings[node] else {
      closeTag(level: level)
      html.markup("\n")
      return
    }
    closeTag(level: mark.level)
    writeAnchor(mark, page)
    html.markup("</div>\n")
  }

  /// Writes the link by which a reader takes a heading's address along.
  mutating func writeAnchor(_ mark: PageStyle.HeadingMark, _ page: PageStyle) {
    html.markup("<a class=\"anchor\"")
    html.attribute("href", fragment: mark.id)
    html.attribute("aria-label", page.words(.linkToSection, mark.text))
    html.markup("></a>")
  }

  private mutating func openTag(level: Int) {
    html.markup("<h")
    html.number(level)
  }

  private mutating func closeTag(level: Int) {
    html.markup("</h")
    html.number(level)
    html.markup(">")
  }
}
