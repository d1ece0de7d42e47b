import Markdown

/// Text that two contents share exactly if they say the same: words, markup and addresses, but not
/// how the source is wrapped or which marker it uses.
struct ContentDigest {
  private(set) var text = ""

  /// Adds a word of the program's own, apart from content.
  mutating func add(_ word: String) {
    text += "\u{1F}\(word)\u{1F}"
  }

  /// Adds some contents whose order means nothing.
  mutating func add(unordered contents: [[Node]]) {
    for content in contents.map(Self.of).sorted() {
      add("any")
      text += content
    }
  }

  /// Adds some nodes with all that they hold, but for what some of them hold.
  mutating func add(_ nodes: [Node], hiding hidden: Set<Node>) {
    for node in nodes { add(node, hiding: hidden) }
  }

  /// Adds some nodes with all that they hold.
  mutating func add(_ nodes: [Node]) {
    for node in nodes { add(node) }
  }

  /// Adds a node with all that it holds.
  mutating func add(_ node: Node, hiding hidden: Set<Node> = []) {
    var walk = Walk(node)
    while let event = walk.next() {
      switch event {
      case .enter(let node):
        if !node.isComment { enter(node) }
        if hidden.contains(node) { walk.skipChildren(of: node) }
      case .leave(let node): if !isText(node.kind), !node.isComment { text += "\u{1E}" }
      }
    }
  }

  /// What some nodes say, as a text to compare with others.
  static func of(_ nodes: [Node]) -> String {
    var digest = ContentDigest()
    digest.add(nodes)
    return digest.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private mutating func enter(_ node: Node) {
    switch node.kind {
    case .text: text += node.literal
    case .softBreak: text += " "
    default:
      text += "\u{1D}\(name(of: node.kind))"
      if !node.destination.isEmpty { text += "\u{1C}\(node.destination)" }
      if !node.title.isEmpty { text += "\u{1C}\(node.title)" }
      if !node.fenceInfo.isEmpty { text += "\u{1C}\(node.fenceInfo)" }
      text += "\u{1C}\(node.literal)"
    }
  }

  private func isText(_ kind: Node.Kind) -> Bool { kind == .text || kind == .softBreak }

  private func name(of kind: Node.Kind) -> String {
    switch kind {
    case .document: "document"
    case .blockQuote: "quote"
    case .list(let list): list.isOrdered ? "ordered" : "bullet"
    case .item: "item"
    case .taskItem(let isChecked): isChecked ? "checked" : "unchecked"
    case .codeBlock: "codeblock"
    case .htmlBlock: "htmlblock"
    case .paragraph: "p"
    case .heading: "heading"
    case .thematicBreak: "rule"
    case .footnoteDefinition: "footnote"
    case .table: "table"
    case .tableRow: "row"
    case .tableCell: "cell"
    case .text: "text"
    case .softBreak: "softbreak"
    case .lineBreak: "break"
    case .code: "code"
    case .htmlInline: "html"
    case .emphasis: "em"
    case .strong: "strong"
    case .strikethrough: "del"
    case .link: "link"
    case .image: "image"
    case .footnoteReference: "noteref"
    }
  }
}
