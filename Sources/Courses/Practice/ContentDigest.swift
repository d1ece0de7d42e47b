import Markdown

/// Text that two contents share exactly if they say the same: words, markup and addresses, but not
/// how the source is wrapped or which marker it uses.
struct ContentDigest {
  /// The text in UTF-8.
  private(set) var bytes: [UInt8] = []

  init() {
    // Enough for most contents.
    bytes.reserveCapacity(256)
  }

  /// Adds what another digest holds.
  mutating func add(_ digest: ContentDigest) {
    bytes += digest.bytes
  }

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
        enter(node)
        if !hidden.isEmpty, hidden.contains(node) { walk.skipChildren(of: node) }
      case .leave(let node): leave(node)
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
    return String(unsafeUninitializedCapacity: bytes.count) { words in
      var count = 0
      var isAfterSpace = false
      for byte in bytes {
        if byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte) {
          isAfterSpace = count > 0
          continue
        }
        if isAfterSpace {
          words[count] = UInt8(ascii: " ")
          count += 1
          isAfterSpace = false
        }
        words[count] = byte
        count += 1
      }
      return count
    }
  }

  private mutating func enter(_ node: Node) {
    switch node.kind {
    case .text: node.withLiteral { bytes.append(contentsOf: $0) }
    case .softBreak: bytes.append(UInt8(ascii: " "))
    case let kind:
      guard !node.isComment else { return }
      bytes.append(0x1D)
      let name = name(of: kind)
      bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
      switch kind {
      case .link, .image:
        appendPart(node.destination)
        appendPart(node.title)
      case .codeBlock: appendPart(node.fenceInfo)
      default: break
      }
      bytes.append(0x1C)
      node.withLiteral { bytes.append(contentsOf: $0) }
    }
  }

  private mutating func leave(_ node: Node) {
    guard !node.isText, !node.isSoftBreak, !node.isComment else { return }
    bytes.append(0x1E)
  }

  /// Adds what a node has besides its text.
  private mutating func appendPart(_ part: String) {
    guard !part.isEmpty else { return }
    bytes.append(0x1C)
    append(part)
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  private func name(of kind: Node.Kind) -> StaticString {
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
