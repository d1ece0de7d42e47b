import Markdown

extension Node {
  /// Whether it shows nothing: no text, no image.
  var isBlank: Bool {
    var walk = Walk(self)
    while let event = walk.next() {
      guard case .enter(let node) = event else { continue }
      switch node.kind {
      case .image, .thematicBreak, .htmlInline, .htmlBlock, .footnoteReference: return false
      case .text, .code, .codeBlock:
        if node.literal.contains(where: { !$0.isWhitespace }) { return false }
      default: continue
      }
    }
    return true
  }

  /// Whether it is a list that has no numbers.
  var isBulletList: Bool {
    if case .list(let list) = kind { !list.isOrdered } else { false }
  }

  /// Whether it is a list.
  var isList: Bool {
    if case .list = kind { true } else { false }
  }

  /// Whether it is a task item.
  var isTaskItem: Bool {
    if case .taskItem = kind { true } else { false }
  }

  /// Whether it is raw HTML that holds comments only.
  var isComment: Bool {
    guard kind == .htmlBlock else { return false }
    var rest = Substring(literal)
    while true {
      rest = rest.drop(while: \.isWhitespace)
      if rest.isEmpty { return true }
      guard rest.hasPrefix("<!--") else { return false }
      rest = rest.dropFirst(4)
      guard let end = rest.firstRange(of: "-->") else { return true }
      rest = rest[end.upperBound...]
    }
  }

  /// Its children as an array.
  var childNodes: [Node] { Array(children) }
}
