/// Finds the inlines of a block in its content by reading it again along the tree.
///
/// The tree says what comes next, and the content must hold it at the cursor: markup of the right kind,
/// or text that says the same once escapes and character references are resolved. cmark's own positions
/// are not asked. Where the content does not hold what the tree says, the inline stays without a place,
/// and so do those after it in the block.
struct InlineLocator {
  private(set) var inlines: [Node: Range<Int>] = [:]
  private(set) var destinations: [Node: Range<Int>] = [:]

  private let content: UnsafeBufferPointer<UInt8>
  private var cursor = 0
  /// Whether the cursor is no longer known to stand where the next inline begins.
  private var isLost = false
  /// Where each inline that is open began; nil for those that were not found.
  private var starts: [(start: Int?, width: Int, isAutolink: Bool)] = []

  /// - Parameters:
  ///   - block: a paragraph, heading or table cell whose inlines are parsed.
  init(_ block: Node) {
    content = block.content
    var walk = Walk(block)
    while let event = walk.next() {
      switch event {
      case .enter(let node) where node != block: enter(node)
      case .leave(let node) where node != block: leave(node)
      default: break
      }
    }
  }

  private mutating func enter(_ node: Node) {
    switch node.kind {
    case .text: place(node, to: isLost ? nil : endOfText(node, from: cursor))
    case .code: place(node, to: isLost ? nil : endOfCode(from: cursor))
    case .htmlInline: place(node, to: isLost ? nil : endOfLiteral(node, from: cursor))
    case .softBreak, .lineBreak: placeBreak(node)
    case .footnoteReference: place(node, to: isLost ? nil : endOfFootnoteReference(from: cursor))
    case .emphasis: open(width: isDelimiter("*", "_") ? 1 : nil)
    case .strong: open(width: isDelimiter("*", "_") && byte(cursor + 1) == byte(cursor) ? 2 : nil)
    case .strikethrough: open(width: !isDelimiter("~", "~") ? nil : byte(cursor + 1) == byte(cursor) ? 2 : 1)
    case .link:
      // A bare URL has no markup around it.
      open(
        width: byte(cursor) == UInt8(ascii: "[") || byte(cursor) == UInt8(ascii: "<") ? 1 : 0,
        isAutolink: byte(cursor) != UInt8(ascii: "["))
    case .image:
      open(width: byte(cursor) == UInt8(ascii: "!") && byte(cursor + 1) == UInt8(ascii: "[") ? 2 : nil)
    default: open(width: nil)
    }
  }

  private mutating func leave(_ node: Node) {
    switch node.kind {
    case .emphasis, .strong, .strikethrough: closeDelimited(node)
    case .link, .image: closeLink(node)
    default: break
    }
  }

  // MARK: Leaves

  private mutating func place(_ node: Node, to end: Int?) {
    guard let end else {
      isLost = true
      return
    }
    inlines[node] = cursor..<end
    cursor = end
  }

  private mutating func placeBreak(_ node: Node) {
    guard !isLost else { return }
    let start = cursor
    let hasBackslash = byte(cursor) == UInt8(ascii: "\\")
    if hasBackslash { cursor += 1 }
    while byte(cursor).isMarkdownSpace { cursor += 1 }
    guard byte(cursor) == UInt8(ascii: "\n") else {
      isLost = true
      return
    }
    inlines[node] = start..<(cursor + 1)
    cursor += 1
    // After a backslash the white space of a lazy line belongs to the text that follows.
    while !hasBackslash, byte(cursor).isMarkdownSpace { cursor += 1 }
  }

  private func endOfLiteral(_ node: Node, from start: Int) -> Int? {
    node.withLiteral { literal in
      let end = start + literal.count
      return end <= content.count && literal.elementsEqual(content[start..<end]) ? end : nil
    }
  }

  private func endOfCode(from start: Int) -> Int? {
    var index = start
    while byte(index) == UInt8(ascii: "`") { index += 1 }
    let width = index - start
    guard width > 0 else { return nil }
    while index < content.count {
      let run = index
      while byte(index) == UInt8(ascii: "`") { index += 1 }
      if index - run == width { return index }
      if index == run { index += 1 }
    }
    return nil
  }

  private func endOfText(_ node: Node, from start: Int) -> Int? {
    // The text of a bare URL is what is written; in angle brackets only references are resolved. Elsewhere
    // such text has the same place either way.
    if let open = starts.last, open.isAutolink, let end = endOfLiteral(node, from: start) { return end }
    return node.withLiteral { literal in
      var text = TextAligner(literal, content, from: start)
      while text.advance() {}
      return text.isComplete ? text.place : nil
    }
  }

  private func endOfFootnoteReference(from start: Int) -> Int? {
    guard byte(start) == UInt8(ascii: "["), byte(start + 1) == UInt8(ascii: "^") else { return nil }
    var depth = 0
    for index in start..<content.count {
      if content[index] == UInt8(ascii: "[") { depth += 1 }
      if content[index] == UInt8(ascii: "]") { depth -= 1 }
      if depth == 0 { return index + 1 }
    }
    return nil
  }

  // MARK: Inlines that hold others

  private mutating func open(width: Int?, isAutolink: Bool = false) {
    guard !isLost, let width else {
      isLost = true
      starts.append((nil, 0, isAutolink))
      return
    }
    starts.append((cursor, width, isAutolink))
    cursor += width
  }

  private mutating func closeDelimited(_ node: Node) {
    guard let (start, width, _) = starts.popLast(), let start, !isLost else { return }
    let delimiter = content[start]
    guard cursor + width <= content.count, content[cursor..<(cursor + width)].allSatisfy({ $0 == delimiter })
    else {
      isLost = true
      return
    }
    cursor += width
    inlines[node] = start..<cursor
  }

  private mutating func closeLink(_ node: Node) {
    guard let (start, width, _) = starts.popLast(), let start, !isLost else { return }
    if width == 0 {
      destinations[node] = start..<cursor
    } else if content[start] == UInt8(ascii: "<") {
      guard byte(cursor) == UInt8(ascii: ">") else {
        isLost = true
        return
      }
      destinations[node] = (start + 1)..<cursor
      cursor += 1
    } else {
      guard byte(cursor) == UInt8(ascii: "]") else {
        isLost = true
        return
      }
      let tail = LinkTail(content, after: cursor + 1)
      destinations[node] = tail.destination ?? (start + width)..<cursor
      cursor = tail.end
    }
    inlines[node] = start..<cursor
  }

  private func isDelimiter(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    byte(cursor) == UInt8(ascii: first) || byte(cursor) == UInt8(ascii: second)
  }

  private func byte(_ index: Int) -> UInt8 {
    index < content.count ? content[index] : 0
  }
}
