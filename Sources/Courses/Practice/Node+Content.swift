import Markdown

extension Node {
  /// Whether it shows nothing: no text, no image.
  var isBlank: Bool {
    var walk = Walk(self)
    while let event = walk.next() {
      guard case .enter(let node) = event else { continue }
      switch node.kind {
      case .image, .thematicBreak, .footnoteReference: return false
      case .htmlInline, .htmlBlock: if !node.isComment { return false }
      case .text, .code, .codeBlock:
        if !node.withLiteral(Self.isWhiteSpace) { return false }
      default: continue
      }
    }
    return true
  }

  private static func isWhiteSpace(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first(where: { $0 != UInt8(ascii: " ") && !(0x09...0x0D).contains($0) }) else {
      return true
    }
    return first >= 0x80 && String(decoding: bytes, as: UTF8.self).allSatisfy(\.isWhitespace)
  }

  /// Whether it is a list that has no numbers.
  var isBulletList: Bool {
    if case .list(let list) = kind { !list.isOrdered } else { false }
  }

  /// Whether it is a task item.
  var isTaskItem: Bool {
    if case .taskItem = kind { true } else { false }
  }

  /// Whether it is raw HTML that holds comments only.
  package var isComment: Bool {
    guard isRawHTML else { return false }
    return withLiteral { literal in
      RawHTML(literal).allSatisfy { token in
        switch token.kind {
        case .comment: true
        case .text: literal[token.range].allSatisfy { $0 == UInt8(ascii: " ") || (9...13).contains($0) }
        case .tag, .other: false
        }
      }
    }
  }

  /// Its children as an array.
  var childNodes: [Node] { Array(children) }
}
