import Diagnostics

/// Finds labels of footnotes that cmark-gfm 0.29.0.gfm.6 does not read whole, since they go over several lines.
///
/// `handle_close_bracket` in inlines.c takes a label's size from the columns of its brackets, whatever their
/// lines are. What is missing is lost from the page, may leave half a character, and may leave the label of
/// another footnote. A line counts where cmark makes a break of its end (`handle_newline`): not behind a
/// backslash, nor in code, raw HTML and what stands behind the text of a link.
///
/// With references read as text, the brackets that may hold one are brackets of text, and pair off as they do
/// for cmark: all else that has brackets is read before or pairs off in itself.
struct FootnoteLabelCheck {
  private struct Bracket {
    let index: Int
    let line: Int
  }

  private let content: UnsafeBufferPointer<UInt8>
  /// How many lines have ended.
  private var line = 0
  /// The brackets without an end so far.
  private var open: [Bracket] = []
  /// How many of them hold a link, and therefore cannot hold a label.
  private var linkHolders = 0

  private init(_ content: UnsafeBufferPointer<UInt8>) {
    self.content = content
  }

  /// Whether there may be such a label.
  ///
  /// - Parameter root: the document node, its inlines not parsed yet.
  static func isNeeded(for root: Node) -> Bool {
    UnparsedBlocks(root).contains { FootnoteLabelCheck($0.content).firstDoubtful != nil }
  }

  /// The first such label, if there is one.
  ///
  /// - Parameter document: the file, read with references to footnotes as text.
  static func diagnostic(of document: Document) -> Diagnostic? {
    document.read { root in
      var walk = Walk(root)
      while let event = walk.next() {
        guard case .enter(let block) = event, block.holdsInlines else { continue }
        var check = FootnoteLabelCheck(block.content)
        guard let doubtful = check.firstDoubtful else { continue }
        let found = check.firstLabel(in: block, at: document.located(block).inlines, orElse: doubtful)
        if let found { return .footnoteLabel(at: document.span(of: found..<(found + 2), inContentOf: block)) }
      }
      return nil
    }
  }

  // MARK: Inlines

  /// The bracket of the first such label.
  ///
  /// - Parameters:
  ///   - block: what holds the content.
  ///   - places: the place in the content of each inline that was found.
  ///   - doubtful: the bracket that is taken for one where inlines were not found.
  private mutating func firstLabel(in block: Node, at places: [Node: Range<Int>], orElse doubtful: Int)
    -> Int?
  {
    var walk = Walk(block)
    while let event = walk.next() {
      switch event {
      case .enter(let node):
        let isLink = node.kind == .link
        guard node.isText || node.isBreak || isLink else { continue }
        guard let place = places[node] else { return doubtful }
        if node.isText {
          if let label = readText(place) { return label }
        } else if isLink {
          // An address by itself is read before brackets are.
          if byte(place.lowerBound) != UInt8(ascii: "[") { walk.skip(node) }
        } else if byte(place.lowerBound) != UInt8(ascii: "\\") {
          line += 1
        }
      case .leave(let node): if node.kind == .link { linkHolders = open.count }
      }
    }
    return nil
  }

  private mutating func readText(_ place: Range<Int>) -> Int? {
    var index = place.lowerBound
    while index < place.upperBound {
      switch content[index] {
      case UInt8(ascii: "\\") where byte(index + 1).isASCIIPunctuation: index += 1
      case UInt8(ascii: "["): open.append(Bracket(index: index, line: line))
      case UInt8(ascii: "]"): if let label = closeBracket() { return label }
      default: break
      }
      index += 1
    }
    return nil
  }

  /// The bracket that is closed, where its label is not read whole.
  private mutating func closeBracket() -> Int? {
    guard let bracket = open.popLast() else { return nil }
    let holdsLink = open.count < linkHolders
    linkHolders = min(linkHolders, open.count)
    guard bracket.line < line, !holdsLink, byte(bracket.index + 1) == UInt8(ascii: "^") else { return nil }
    return bracket.index
  }

  // MARK: Bytes

  /// The first bracket that may begin such a label, going by the bytes alone.
  private var firstDoubtful: Int? {
    guard let last = content.lastIndex(of: UInt8(ascii: "]")),
      let lastLine = content[..<last].lastIndex(of: UInt8(ascii: "\n"))
    else { return nil }
    return content[..<lastLine].indices.first {
      content[$0] == UInt8(ascii: "[") && byte($0 + 1) == UInt8(ascii: "^") && !isClosedOnItsLine($0)
        && !content.isEscaped(at: $0)
    }
  }

  /// Whether a label surely ends on the line on which it begins.
  private func isClosedOnItsLine(_ bracket: Int) -> Bool {
    for byte in content[(bracket + 1)...] {
      switch byte {
      case UInt8(ascii: "]"): return true
      case UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: "\n"):
        return false
      default: break
      }
    }
    return false
  }

  private func byte(_ index: Int) -> UInt8 {
    index < content.count ? content[index] : 0
  }
}

extension Node {
  fileprivate var isBreak: Bool { kind == .softBreak || kind == .lineBreak }
}
