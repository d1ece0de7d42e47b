import CMarkGFM
import Glibc

/// A view of one node of cmark's tree, in CommonMark's and GFM's terms.
///
/// A view is only valid inside ``Document/read(_:)``.
package struct Node: Hashable {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) {
    self.pointer = pointer
  }

  private init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  /// What a node is.
  package enum Kind: Hashable, Sendable {
    case document
    case blockQuote
    case list(List)
    case item
    case taskItem(isChecked: Bool)
    case codeBlock
    case htmlBlock
    case paragraph
    /// - level: 1 to 6
    case heading(level: Int)
    case thematicBreak
    case footnoteDefinition
    case table
    case tableRow(isHeader: Bool)
    case tableCell

    case text
    case softBreak
    case lineBreak
    case code
    case htmlInline
    case emphasis
    case strong
    case strikethrough
    case link
    case image
    case footnoteReference
  }

  /// What distinguishes one list from another.
  package struct List: Hashable, Sendable {
    /// The first number of an ordered list; nil for a bullet list.
    package let start: Int?
    /// Whether its paragraphs are shown without `p` (CommonMark 0.31, section 5.3).
    package let isTight: Bool

    /// Whether its items are numbered.
    package var isOrdered: Bool { start != nil }
  }

  /// How a column of a table is aligned.
  package enum Alignment: Hashable, Sendable {
    case none, left, center, right
  }

  /// What the node is.
  package var kind: Kind {
    let type = cmark_node_get_type(pointer)
    switch type {
    case CMARK_NODE_TEXT: return .text
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_CODE: return .code
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_STRONG: return .strong
    case CMARK_NODE_EMPH: return .emphasis
    case CMARK_NODE_LINK: return .link
    case CMARK_NODE_ITEM:
      guard cmark_node_get_syntax_extension(pointer) != nil else { return .item }
      return .taskItem(isChecked: cmark_gfm_extensions_get_tasklist_item_checked(pointer))
    case CMARK_NODE_LIST:
      let isOrdered = cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
      return .list(
        List(
          start: isOrdered ? Int(cmark_node_get_list_start(pointer)) : nil,
          isTight: cmark_node_get_list_tight(pointer) != 0))
    case CMARK_NODE_HEADING: return .heading(level: Int(cmark_node_get_heading_level(pointer)))
    case CMARK_NODE_CODE_BLOCK: return .codeBlock
    case CMARK_NODE_BLOCK_QUOTE: return .blockQuote
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_IMAGE: return .image
    case CMARK_NODE_HTML_BLOCK: return .htmlBlock
    case CMARK_NODE_HTML_INLINE: return .htmlInline
    case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
    case CMARK_NODE_FOOTNOTE_REFERENCE: return .footnoteReference
    case CMARK_NODE_FOOTNOTE_DEFINITION: return .footnoteDefinition
    case CMARK_NODE_DOCUMENT: return .document
    default: break
    }
    switch waymark_extension_kind_of(type) {
    case WAYMARK_TABLE_CELL: return .tableCell
    case WAYMARK_TABLE_ROW:
      return .tableRow(isHeader: cmark_gfm_extensions_get_table_row_is_header(pointer) != 0)
    case WAYMARK_TABLE: return .table
    case WAYMARK_STRIKETHROUGH: return .strikethrough
    default: preconditionFailure("The parser makes no node of type \(type.rawValue)")
    }
  }

  // MARK: Around it

  /// The node that holds this one.
  package var parent: Node? { Node(cmark_node_parent(pointer)) }

  /// The first of the nodes that this one holds.
  package var firstChild: Node? { Node(cmark_node_first_child(pointer)) }

  /// The last of the nodes that this one holds.
  package var lastChild: Node? { Node(cmark_node_last_child(pointer)) }

  /// The sibling after this node.
  package var next: Node? { Node(cmark_node_next(pointer)) }

  /// The sibling before this node.
  package var previous: Node? { Node(cmark_node_previous(pointer)) }

  /// The nodes that this one holds, in order.
  package var children: Siblings { Siblings(first: firstChild) }

  /// A node and the siblings after it.
  package struct Siblings: Sequence, IteratorProtocol {
    private var upcoming: Node?

    init(first: Node?) {
      upcoming = first
    }

    package mutating func next() -> Node? {
      let node = upcoming
      upcoming = node?.next
      return node
    }
  }

  // MARK: What it holds

  /// Gives access to the UTF-8 text of a text, code, code block or raw HTML node; empty for others.
  package func withLiteral<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    Self.withBytes(cmark_node_get_literal(pointer), body)
  }

  /// The text of a text, code, code block or raw HTML node; empty for others.
  package var literal: String { Self.string(cmark_node_get_literal(pointer)) }

  /// A code block's info string with character references resolved; empty for others.
  package var fenceInfo: String { Self.string(cmark_node_get_fence_info(pointer)) }

  /// Whether this is a fenced code block, as against an indented one.
  package var isFenced: Bool {
    var length: Int32 = 0
    var offset: Int32 = 0
    var character: CChar = 0
    return cmark_node_get_fenced(pointer, &length, &offset, &character) != 0
  }

  /// A link's or image's destination with escapes and character references resolved; empty for others.
  package var destination: String { Self.string(cmark_node_get_url(pointer)) }

  /// A link's or image's title; empty where it has none.
  package var title: String { Self.string(cmark_node_get_title(pointer)) }

  /// A table's alignments, one a column; empty for other nodes.
  package var alignments: [Alignment] {
    let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
    guard count > 0, let marks = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    return (0..<count).map { column in
      switch marks[column] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
  }

  /// The text of the node and all that it holds, without markup; breaks become spaces and raw HTML
  /// is left out.
  package var plainText: String {
    var text = ""
    var walk = Walk(self)
    while let event = walk.next() {
      guard case .enter(let node) = event else { continue }
      switch node.kind {
      case .text, .code, .codeBlock: text += node.literal
      case .softBreak, .lineBreak: text += " "
      default: break
      }
    }
    return text
  }

  // MARK: For this module

  /// The first byte's line, from 1, as cmark reports it: 0 where it does not know.
  var reportedLine: Int { Int(cmark_node_get_start_line(pointer)) }

  /// The first byte's column in bytes, from 1, as cmark reports it: 0 where it does not know.
  var reportedColumn: Int { Int(cmark_node_get_start_column(pointer)) }

  /// The last byte's line, from 1, as cmark reports it.
  var reportedEndLine: Int { Int(cmark_node_get_end_line(pointer)) }

  /// The last byte's column in bytes, from 1, as cmark reports it.
  var reportedEndColumn: Int { Int(cmark_node_get_end_column(pointer)) }

  /// What cmark has read the inlines of a paragraph, heading or table cell from, where each line lacks
  /// the markers and mostly the white space before its first text; empty for others.
  var content: UnsafeBufferPointer<UInt8> {
    // cmark allocates the content of a block without writing to it, so where nothing was added there is
    // no end to read up to. What has no inlines may be such a block.
    firstChild == nil ? UnsafeBufferPointer(start: nil, count: 0) : unparsedContent
  }

  /// The content of a block whose inlines are not parsed yet, and which is known not to be empty.
  var unparsedContent: UnsafeBufferPointer<UInt8> {
    Self.withBytes(cmark_node_get_string_content(pointer)) { $0 }
  }

  /// Whether it is a paragraph; cheaper than ``kind``.
  var isParagraph: Bool { cmark_node_get_type(pointer) == CMARK_NODE_PARAGRAPH }

  /// Whether it is a table; cheaper than ``kind``.
  var isTable: Bool { waymark_extension_kind_of(cmark_node_get_type(pointer)) == WAYMARK_TABLE }

  /// Whether it is an inline, as against a block.
  var isInline: Bool { waymark_is_inline(cmark_node_get_type(pointer)) }

  /// Whether it is a link or an image; cheaper than ``kind``.
  var isLinkOrImage: Bool {
    let type = cmark_node_get_type(pointer)
    return type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE
  }

  /// The number of columns of a table; 0 for others.
  var columnCount: Int { Int(cmark_gfm_extensions_get_table_columns(pointer)) }

  /// The node alone as cmark's own HTML renderer writes it, in safe mode.
  var renderedByCMark: String {
    guard let html = cmark_render_html(pointer, CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES, nil) else {
      return ""
    }
    defer { free(html) }
    return String(cString: html)
  }

  private static func string(_ pointer: UnsafePointer<CChar>?) -> String {
    withBytes(pointer) { String(decoding: $0, as: UTF8.self) }
  }

  private static func withBytes<Result>(
    _ pointer: UnsafePointer<CChar>?, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard let pointer else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    let count = strlen(pointer)
    return pointer.withMemoryRebound(to: UInt8.self, capacity: count) {
      body(UnsafeBufferPointer(start: $0, count: count))
    }
  }
}
