import Markdown

/// Text that two contents share exactly if they say the same: words, markup and addresses, but not
/// how the source is wrapped or which marker it uses.
struct ContentDigest {
  /// The text in UTF-8.
  private(set) var bytes: [UInt8] = []

  /// Adds a word of the program's own, apart from content.
  mutating func add(_ word: String) {
    bytes.append(0x1F)
    append(word)
    bytes.append(0x1F)
  }

  /// Adds some contents whose order means nothing.
  mutating func add(unordered contents: [[Node]]) {
    for content in contents.map(Self.of).sorted() {
      add("any")
      append(content)
    }
  }

  /// Adds what each of some parts adds, so that their order means nothing.
  mutating func add<Part>(unordered parts: [Part], _ add: (Part, inout ContentDigest) -> Void) {
    guard parts.count > 1 else {
      if let part = parts.first { add(part, &self) }
      return
    }
    let digests = parts.map { part in
      var digest = ContentDigest()
      add(part, &digest)
      return digest.bytes
    }
    for digest in digests.sorted(by: { $0.lexicographicallyPrecedes($1) }) { bytes += digest }
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
        if !hidden.isEmpty, hidden.contains(node) { walk.skipChildren(of: node) }
      case .leave(let node): if !isText(node.kind), !node.isComment { bytes.append(0x1E) }
      }
    }
  }

  /// What some nodes say, as a text to compare with others.
  static func of(_ nodes: [Node]) -> String {
    var digest = ContentDigest()
    digest.add(nodes)
    return digest.textWithoutSpaces
  }

  /// The text with one space in place of all white space between words.
  private var textWithoutSpaces: String {
    guard bytes.allSatisfy({ $0 < 0x80 }) else {
      let text = String(decoding: bytes, as: UTF8.self)
      return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    var words: [UInt8] = []
    words.reserveCapacity(bytes.count)
    var isAfterSpace = false
    for byte in bytes {
      if byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte) {
        isAfterSpace = !words.isEmpty
      } else {
        if isAfterSpace { words.append(UInt8(ascii: " ")) }
        isAfterSpace = false
        words.append(byte)
      }
    }
    return String(decoding: words, as: UTF8.self)
  }

  private mutating func enter(_ node: Node) {
    switch node.kind {
    case .text: node.withLiteral { bytes.append(contentsOf: $0) }
    case .softBreak: bytes.append(UInt8(ascii: " "))
    default:
      bytes.append(0x1D)
      append(name(of: node.kind))
      for part in [node.destination, node.title, node.fenceInfo] where !part.isEmpty {
        bytes.append(0x1C)
        append(part)
      }
      bytes.append(0x1C)
      node.withLiteral { bytes.append(contentsOf: $0) }
    }
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
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
