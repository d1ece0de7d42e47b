import HTML
import Markdown

/// Where the walk is in a table.
struct TableState {
  /// How many tables the page has had; the labels of their scroll regions must differ.
  var count = 0
  var alignments: [Node.Alignment] = []
  var column = 0
  var isInHeader = false
  /// Whether the open cell is a header; an empty cell heads nothing.
  var isHeaderCell = false
  var hasOpenBody = false
}

extension MarkdownWriter {
  mutating func openTable(_ node: Node) -> Descent {
    tables.count += 1
    tables.alignments = node.alignments
    tables.hasOpenBody = false
    html.lineStart()
    if let page {
      html.markup("<div class=\"table\" role=\"region\" tabindex=\"0\"")
      html.attribute("aria-label", label(of: node, page))
      html.markup(">")
    }
    html.markup("<table>")
    return .entersChildren
  }

  mutating func closeTable() {
    if tables.hasOpenBody {
      html.lineStart()
      html.markup("</tbody>\n")
    }
    html.lineStart()
    html.markup(page == nil ? "</table>\n" : "</table></div>\n")
  }

  mutating func openTableRow(isHeader: Bool) -> Descent {
    html.lineStart()
    tables.column = 0
    tables.isInHeader = isHeader
    if isHeader {
      html.markup("<thead>\n")
    } else if !tables.hasOpenBody {
      html.markup("<tbody>\n")
      tables.hasOpenBody = true
    }
    html.markup("<tr>")
    return .entersChildren
  }

  mutating func closeTableRow(isHeader: Bool) {
    html.lineStart()
    html.markup("</tr>")
    if isHeader {
      html.markup("\n</thead>")
      tables.isInHeader = false
    }
  }

  mutating func openTableCell(_ node: Node) -> Descent {
    html.lineStart()
    tables.isHeaderCell = tables.isInHeader && (page == nil || node.firstChild != nil)
    html.markup(tables.isHeaderCell ? "<th" : "<td")
    let alignment = tables.column < tables.alignments.count ? tables.alignments[tables.column] : .none
    tables.column += 1
    if page == nil {
      switch alignment {
      case .none: break
      case .left: html.markup(" align=\"left\"")
      case .center: html.markup(" align=\"center\"")
      case .right: html.markup(" align=\"right\"")
      }
    } else {
      if tables.isHeaderCell { html.markup(" scope=\"col\"") }
      switch alignment {
      case .none: break
      case .left: html.markup(" class=\"start\"")
      case .center: html.markup(" class=\"center\"")
      case .right: html.markup(" class=\"end\"")
      }
    }
    html.markup(">")
    return .entersChildren
  }

  mutating func closeTableCell() {
    html.markup(tables.isHeaderCell ? "</th>" : "</td>")
  }

  /// The name of a table's scroll region: its number and what its columns are headed.
  private func label(of table: Node, _ page: PageStyle) -> String {
    var heads = ""
    for cell in (table.firstChild ?? table).children {
      let text = cell.plainText
      if !heads.isEmpty, !text.isEmpty { heads += ", " }
      heads += text
    }
    return page.words(.table, tables.count, heads)
  }
}
