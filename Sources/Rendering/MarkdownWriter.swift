import Courses
import HTML
import Markdown

/// Writes nodes of a Markdown tree as HTML: one walk, one `switch`, one growing buffer.
///
/// In the style ``Style/plain`` the output equals cmark's own HTML renderer byte for byte (safe mode).
/// In the style ``Style/page(_:)`` it is what the body of a page holds.
package struct MarkdownWriter {
  /// What the HTML is for.
  package enum Style {
    /// GFM and nothing more.
    case plain
    /// A page of the site.
    case page(PageStyle)
  }

  /// What was written so far.
  package internal(set) var html: HTMLWriter
  let page: PageStyle?

  // The state of the walk.
  var tables = TableState()
  var footnotes = FootnoteState()
  /// Nodes that were told already, such as the marker of an alert.
  private var told: [Node] = []
  /// Nodes in whose place other HTML is written: nothing for a label, a control for a gap.
  var replacements: [Node: HTMLWriter] = [:]
  /// Whether what is written stands elsewhere on the page too, so that it carries no ids.
  var isCopying = false
  /// Whether what is written belongs to a key, which readers see only once they ask for it.
  var isKey = false
  /// The check box of a loose task item, to be written into its first paragraph.
  private var pendingBox: Bool?

  /// - Parameters:
  ///   - style: what the HTML is for.
  ///   - capacity: how many bytes to make room for at first.
  package init(_ style: Style, capacity: Int = 0) {
    html = HTMLWriter(capacity: capacity)
    page = if case .page(let page) = style { page } else { nil }
  }

  /// Writes a node with all that it holds.
  package mutating func write(_ node: Node) {
    var walk = Walk(node)
    while let event = walk.next() {
      switch event {
      case .enter(let node):
        guard !isTooLarge else { return }
        if enter(node) == .skipsNode { walk.skip(node) }
      case .leave(let node):
        leave(node)
      }
    }
  }

  /// Whether there is more HTML than a page may have; then no more is written.
  package var isTooLarge: Bool { html.count > Limits.htmlSize }

  /// Writes what a node holds, without the node itself.
  package mutating func writeChildren(of node: Node) {
    for child in node.children { write(child) }
  }

  /// Writes the title of a page, `<h1>` with its id.
  mutating func writeTitle(_ title: Heading) {
    html.markup("<h1")
    html.attribute("id", title.id)
    html.markup(">")
    writeChildren(of: title.node)
    html.markup("</h1>")
  }

  /// What is written apart from the rest of the page, on which it stands all the same: its footnotes and tables
  /// are counted with the others.
  mutating func apart(_ body: (inout MarkdownWriter) -> Void) -> HTMLWriter {
    let rest = html
    defer { html = rest }
    html = HTMLWriter()
    body(&self)
    return html
  }

  /// Writes HTML that was made elsewhere.
  mutating func append(_ other: HTMLWriter) {
    html.append(other)
  }

  /// Ends the document: closes the list of footnotes.
  package mutating func finish() {
    closeFootnotes()
  }

  /// How the walk goes on from a node.
  enum Descent {
    case entersChildren
    /// The node is written: neither what it holds nor its end is met.
    case skipsNode
  }

  // MARK: The walk

  private mutating func enter(_ node: Node) -> Descent {
    if !told.isEmpty, let index = told.firstIndex(of: node) {
      told.remove(at: index)
      return .skipsNode
    }
    if !replacements.isEmpty, let replacement = replacements[node] {
      html.append(replacement)
      return .skipsNode
    }
    switch node.kind {
    case .text: writeLiteral(of: node)
    case .softBreak: html.markup("\n")
    case .code:
      html.markup("<code>")
      writeLiteral(of: node)
      html.markup("</code>")
    case .lineBreak: html.markup(page == nil ? "<br />\n" : "<br>\n")
    case .image: writeImage(node)
    case .htmlInline: writeRawHTML(of: node)
    case .footnoteReference: writeFootnoteReference(node)
    case .codeBlock: writeCodeBlock(node)
    case .htmlBlock:
      html.lineStart()
      writeRawHTML(of: node)
      html.lineStart()
    case .thematicBreak: openBlock(page == nil ? "<hr />\n" : "<hr>\n")
    case .paragraph: return openParagraph(node)

    case .document: return .entersChildren
    case .emphasis: return open("<em>")
    case .strong: return open("<strong>")
    case .strikethrough: return open("<del>")
    case .link: return openLink(node)
    case .heading(let level): return openHeading(node, level: level)
    case .blockQuote: return openBlockQuote(node)
    case .list(let list): return openList(list, isTasks: node.firstChild?.isTaskItem == true)
    case .item: return openBlock("<li>")
    case .taskItem(let isChecked): return openTaskItem(node, isChecked: isChecked)
    case .table: return openTable(node)
    case .tableRow(let isHeader): return openTableRow(isHeader: isHeader)
    case .tableCell: return openTableCell(node)
    case .footnoteDefinition: return openFootnoteDefinition(node)
    }
    return .skipsNode
  }

  private mutating func leave(_ node: Node) {
    switch node.kind {
    case .emphasis: html.markup("</em>")
    case .strong: html.markup("</strong>")
    case .strikethrough: html.markup("</del>")
    case .link: html.markup("</a>")

    case .paragraph: closeParagraph(node)
    case .heading(let level): closeHeading(node, level: level)
    case .blockQuote:
      html.lineStart()
      html.markup(page != nil && Alert(node) != nil ? "</div>\n" : "</blockquote>\n")
    case .list(let list): html.markup(list.isOrdered ? "</ol>\n" : "</ul>\n")
    case .item, .taskItem: html.markup("</li>\n")
    case .table: closeTable()
    case .tableRow(let isHeader): closeTableRow(isHeader: isHeader)
    case .tableCell: closeTableCell()
    case .footnoteDefinition: closeFootnoteDefinition()
    // The others were written when they were met.
    case .document, .text, .softBreak, .lineBreak, .code, .image, .htmlInline, .footnoteReference, .codeBlock,
      .thematicBreak, .htmlBlock:
      break
    }
  }

  // MARK: Blocks

  @discardableResult private mutating func openBlock(_ tag: StaticString) -> Descent {
    html.lineStart()
    return open(tag)
  }

  private mutating func open(_ tag: StaticString) -> Descent {
    html.markup(tag)
    return .entersChildren
  }

  private mutating func openParagraph(_ node: Node) -> Descent {
    if page != nil, let image = node.figure {
      writeFigure(image)
      return .skipsNode
    }
    if !node.isTight { openBlock("<p>") }
    if let isChecked = pendingBox {
      pendingBox = nil
      writeBox(isChecked: isChecked)
    }
    return .entersChildren
  }

  private mutating func closeParagraph(_ node: Node) {
    guard !node.isTight else { return }
    writeBackReferences(endOf: node)
    html.markup("</p>\n")
  }

  private mutating func openBlockQuote(_ node: Node) -> Descent {
    guard let page, let alert = Alert(node) else { return openBlock("<blockquote>\n") }
    openAlert(alert, page)
    return .entersChildren
  }

  private mutating func openList(_ list: Node.List, isTasks: Bool) -> Descent {
    html.lineStart()
    html.markup(list.isOrdered ? "<ol" : "<ul")
    if page != nil, isTasks { html.markup(" class=\"tasks\"") }
    if let start = list.start, start != 1 { html.attribute("start", start) }
    return open(">\n")
  }

  private mutating func openTaskItem(_ node: Node, isChecked: Bool) -> Descent {
    openBlock("<li>")
    if page == nil {
      html.markup(
        isChecked
          ? "<input type=\"checkbox\" checked=\"\" disabled=\"\" /> "
          : "<input type=\"checkbox\" disabled=\"\" /> ")
    } else if node.firstChild?.kind == .paragraph {
      pendingBox = isChecked
    } else {
      writeBox(isChecked: isChecked)
    }
    return .entersChildren
  }

  private mutating func writeBox(isChecked: Bool) {
    guard let page else { return }
    html.markup("<input type=\"checkbox\"")
    if isChecked { html.markup(" checked") }
    html.markup(" disabled")
    html.attribute("aria-label", page.words[isChecked ? .done : .notDone])
    html.markup("> ")
  }

  private mutating func writeCodeBlock(_ node: Node) {
    html.lineStart()
    let language = node.fenceInfo.prefix { !Self.isSpace($0) }
    html.markup(page == nil ? "<pre><code" : "<pre tabindex=\"0\"><code")
    if !node.fenceInfo.isEmpty { html.attribute("class", "language-\(language)") }
    html.markup(">")
    writeLiteral(of: node)
    html.markup("</code></pre>\n")
  }

  /// White space as cmark counts it: no vertical tab and no form feed (`cmark_isspace`).
  private static func isSpace(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { "\t\n\r ".unicodeScalars.contains($0) } ?? false
  }

  // MARK: Inlines

  mutating func writeLiteral(of node: Node) {
    node.withLiteral { html.text($0) }
  }

  private mutating func openLink(_ node: Node) -> Descent {
    html.markup("<a")
    let destination = node.destination
    if let page {
      html.attribute("href", url: page.address(destination))
    } else {
      html.attribute("href", url: DangerousURL.matches(destination) ? "" : destination)
    }
    let title = node.title
    if !title.isEmpty { html.attribute("title", title) }
    return open(">")
  }

  private mutating func writeImage(_ node: Node) {
    let destination = node.destination
    html.markup("<img")
    if let page {
      html.attribute("src", url: page.address(destination))
    } else {
      html.attribute("src", url: DangerousURL.matches(destination) ? "" : destination)
    }
    html.markup(" alt=\"")
    writeAlternative(of: node)
    html.markup("\"")
    let title = node.title
    if !title.isEmpty, page == nil || node.parent?.figure != node { html.attribute("title", title) }
    html.markup(page == nil ? " />" : ">")
  }

  /// The text in place of an image: what it holds without markup.
  private mutating func writeAlternative(of image: Node) {
    var walk = Walk(image)
    while let event = walk.next() {
      guard case .enter(let node) = event else { continue }
      switch node.kind {
      case .text, .code: writeLiteral(of: node)
      case .htmlInline: if page == nil { writeLiteral(of: node) }
      case .softBreak, .lineBreak: html.text(" ")
      default: break
      }
    }
  }

  private mutating func writeFigure(_ image: Node) {
    html.lineStart()
    html.markup("<figure>")
    writeImage(image)
    let caption = image.title
    if !caption.isEmpty {
      html.markup("<figcaption>")
      html.text(caption)
      html.markup("</figcaption>")
    }
    html.markup("</figure>\n")
  }

  // MARK: Alerts

  private mutating func openAlert(_ alert: Alert, _ page: PageStyle) {
    told += alert.marker
    html.lineStart()
    html.markup("<div")
    html.attribute("class", "alert \(alert.kind.rawValue)")
    html.markup(">\n<p class=\"alert-title\">")
    html.text(page.words[alert.kind.phrase])
    html.markup("</p>\n")
  }
}

extension Node {
  /// Whether it is a paragraph that a tight list shows without `p`.
  fileprivate var isTight: Bool {
    guard case .list(let list) = parent?.parent?.kind else { return false }
    return list.isTight
  }

  /// The image that a paragraph holds and nothing else; nil for the paragraph of a task, which begins
  /// with the check box.
  fileprivate var figure: Node? {
    guard let image = firstChild, image.next == nil, image.kind == .image, kind == .paragraph,
      previous != nil || parent?.isTaskItem != true
    else { return nil }
    return image
  }
}
