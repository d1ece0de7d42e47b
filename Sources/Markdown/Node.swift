import CMarkGFM

/// A view of one node of cmark's tree, in CommonMark's and GFM's terms.
///
/// A view is only valid inside ``Document/read(_:)``.
package struct Node: Hashable {
  let pointer: UnsafeMutablePointer<cmark_node>

  init(_ pointer: UnsafeMutablePointer<cmark_node>) {
    self.pointer = pointer
  }

  private init?(_ pointer: UnsafeMutablePointer<cmark_node>?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  private var type: cmark_node_type { cmark_node_type(UInt32(pointer.pointee.type)) }

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
    let type = type
    switch type {
    case CMARK_NODE_TEXT: return .text
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_CODE: return .code
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_STRONG: return .strong
    case CMARK_NODE_EMPH: return .emphasis
    case CMARK_NODE_LINK: return .link
    case CMARK_NODE_ITEM:
      guard pointer.pointee.extension != nil else { return .item }
      return .taskItem(isChecked: pointer.pointee.as.list.checked)
    case CMARK_NODE_LIST:
      let list = pointer.pointee.as.list
      return .list(
        List(start: list.list_type == CMARK_ORDERED_LIST ? Int(list.start) : nil, isTight: list.tight))
    case CMARK_NODE_HEADING: return .heading(level: Int(pointer.pointee.as.heading.level))
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

  // MARK: Questions of kind that cost less than ``kind``

  /// Whether it is a text.
  package var isText: Bool { type == CMARK_NODE_TEXT }

  /// Whether it is a line break that shows as a space.
  package var isSoftBreak: Bool { type == CMARK_NODE_SOFTBREAK }

  /// Whether it is a paragraph.
  package var isParagraph: Bool { type == CMARK_NODE_PARAGRAPH }

  /// Whether it is a heading.
  package var isHeading: Bool { type == CMARK_NODE_HEADING }

  /// Whether it is a block quote.
  package var isBlockQuote: Bool { type == CMARK_NODE_BLOCK_QUOTE }

  /// Whether it is a code block.
  package var isCodeBlock: Bool { type == CMARK_NODE_CODE_BLOCK }

  /// Whether it is a list.
  package var isList: Bool { type == CMARK_NODE_LIST }

  /// Whether it is the text of a footnote.
  package var isFootnoteDefinition: Bool { type == CMARK_NODE_FOOTNOTE_DEFINITION }

  /// Whether it is raw HTML, a block or an inline.
  package var isRawHTML: Bool {
    let type = type
    return type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE
  }

  // MARK: Around it

  /// The node that holds this one.
  package var parent: Node? { Node(pointer.pointee.parent) }

  /// The first of the nodes that this one holds.
  package var firstChild: Node? { Node(pointer.pointee.first_child) }

  /// The last of the nodes that this one holds.
  package var lastChild: Node? { Node(pointer.pointee.last_child) }

  /// The sibling after this node.
  package var next: Node? { Node(pointer.pointee.next) }

  /// The sibling before this node.
  package var previous: Node? { Node(pointer.pointee.prev) }

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
    body(Self.bytes(of: literalChunk))
  }

  /// The text of a text, code, code block or raw HTML node; empty for others.
  package var literal: String { Self.string(literalChunk) }

  private var literalChunk: cmark_chunk {
    switch type {
    case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE, CMARK_NODE_HTML_BLOCK,
      CMARK_NODE_FOOTNOTE_REFERENCE, CMARK_NODE_FOOTNOTE_DEFINITION:
      pointer.pointee.as.literal
    case CMARK_NODE_CODE_BLOCK: pointer.pointee.as.code.literal
    default: cmark_chunk()
    }
  }

  /// A code block's info string with character references resolved; empty for others.
  package var fenceInfo: String {
    type == CMARK_NODE_CODE_BLOCK ? Self.string(pointer.pointee.as.code.info) : ""
  }

  /// Whether this is a fenced code block, as against an indented one.
  package var isFenced: Bool {
    type == CMARK_NODE_CODE_BLOCK && pointer.pointee.as.code.fenced != 0
  }

  /// A link's or image's destination with escapes and character references resolved; empty for others.
  package var destination: String { isLinkOrImage ? Self.string(pointer.pointee.as.link.url) : "" }

  /// A link's or image's title; empty where it has none.
  package var title: String { isLinkOrImage ? Self.string(pointer.pointee.as.link.title) : "" }

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
    // Most headings, links and answers are one text.
    if let child = firstChild, child.isText, child.next == nil { return child.literal }
    var text: [UInt8] = []
    var walk = Walk(self)
    while let event = walk.next() {
      guard case .enter(let node) = event else { continue }
      switch node.type {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_CODE_BLOCK:
        node.withLiteral { text.append(contentsOf: $0) }
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text.append(UInt8(ascii: " "))
      default: break
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The lines of a paragraph with their markup, without what opens its containers and without the white
  /// space before them; the link definitions that it began with are no part of it. Nil for other nodes, and
  /// for a paragraph right above a table, of whose `\|` cmark keeps the pipe alone.
  package var paragraphLines: [String]? {
    guard isParagraph, !isRightAboveTable else { return nil }
    let content = unparsedContent
    let end = content.lastIndex { !$0.isMarkdownSpaceOrLineEnd } ?? -1
    return content[...end].split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }

  // MARK: For this module

  /// Whether it is a paragraph that was cut from the lines above the header row of a table. cmark gives it no
  /// place (`try_inserting_table_header_paragraph` in table.c).
  var isRightAboveTable: Bool { isParagraph && reportedLine == 0 }

  /// The first byte's line, from 1, as cmark reports it: 0 where it does not know.
  var reportedLine: Int { Int(pointer.pointee.start_line) }

  /// The first byte's column in bytes, from 1, as cmark reports it: 0 where it does not know.
  var reportedColumn: Int { Int(pointer.pointee.start_column) }

  /// The last byte's line, from 1, as cmark reports it.
  var reportedEndLine: Int { Int(pointer.pointee.end_line) }

  /// The last byte's column in bytes, from 1, as cmark reports it.
  var reportedEndColumn: Int { Int(pointer.pointee.end_column) }

  /// What cmark has read the inlines of a paragraph, heading or table cell from, where each line lacks
  /// the markers and mostly the white space before its first text; empty for others.
  var content: UnsafeBufferPointer<UInt8> {
    firstChild == nil ? UnsafeBufferPointer(start: nil, count: 0) : unparsedContent
  }

  /// The same for a block whose inlines may not be parsed yet.
  var unparsedContent: UnsafeBufferPointer<UInt8> {
    let content = pointer.pointee.content
    return UnsafeBufferPointer(start: content.ptr, count: Int(content.size))
  }

  /// Whether it is a table.
  var isTable: Bool { waymark_extension_kind_of(type) == WAYMARK_TABLE }

  /// Whether it is an item that begins with a check box; cheaper than ``kind``.
  package var isTaskItem: Bool { type == CMARK_NODE_ITEM && pointer.pointee.extension != nil }

  /// Says of an item that begins with a check box whether that is checked.
  func check(_ isChecked: Bool) {
    pointer.pointee.as.list.checked = isChecked
  }

  /// Whether it is an inline, as against a block.
  var isInline: Bool { CMARK_NODE_TYPE_INLINE_P(type) }

  /// Whether it is a link or an image.
  var isLinkOrImage: Bool {
    let type = type
    return type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE
  }

  /// The number of columns of a table; 0 for others.
  var columnCount: Int { Int(cmark_gfm_extensions_get_table_columns(pointer)) }

  /// The node alone as cmark's own HTML renderer writes it, in safe mode.
  var renderedByCMark: String {
    Arena.use(memoryOf: pointer) {
      cmark_render_html(pointer, CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES, nil).map { String(cString: $0) }
        ?? ""
    }
  }

  private static func string(_ chunk: cmark_chunk) -> String {
    String(decoding: bytes(of: chunk), as: UTF8.self)
  }

  private static func bytes(of chunk: cmark_chunk) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: chunk.data, count: Int(chunk.len))
  }
}
