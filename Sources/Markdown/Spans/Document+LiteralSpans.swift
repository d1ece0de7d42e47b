import Diagnostics

/// Places of parts of literals. To ask about many parts of one literal in order takes linear time.
extension Document {
  /// The place of a part of a node's literal.
  ///
  /// - Parameters:
  ///   - part: bytes of ``Node/literal``.
  ///   - node: a text, code block, HTML block or raw HTML node.
  /// - Returns: where these bytes stand; in blocks of several lines the first. Where that is not known, the
  ///   place of the node.
  package func span(of part: Range<Int>, inLiteralOf node: Node) -> Span {
    let range =
      switch node.kind {
      case .codeBlock, .htmlBlock: rangeInLines(part, of: node)
      case .text: rangeInText(part, of: node)
      case .htmlInline: rangeInline(part, of: node)
      default: nil as Range<Int>?
      }
    return range.map(source.span) ?? span(of: node)
  }

  private func rangeInText(_ part: Range<Int>, of node: Node) -> Range<Int>? {
    guard let block = node.inlineContainer else { return nil }
    let located = located(block)
    guard let map = located.map, let range = located.inlines[node] else { return nil }
    var text: TextAligner
    if let followedText, followedText.node == node, followedText.aligner.index <= part.lowerBound {
      text = followedText.aligner
    } else {
      text = node.withLiteral { TextAligner($0, block.content, from: range.lowerBound) }
    }
    while text.index < part.lowerBound, text.advance() {}
    let start = text.place
    while text.index < part.upperBound, text.advance() {}
    followedText = (node, text)
    return map.source(of: start..<max(start, text.place))
  }

  private func rangeInline(_ part: Range<Int>, of node: Node) -> Range<Int>? {
    guard let block = node.inlineContainer else { return nil }
    let located = located(block)
    guard let map = located.map, let range = located.inlines[node] else { return nil }
    return map.source(of: (range.lowerBound + part.lowerBound)..<(range.lowerBound + part.upperBound))
  }

  /// The literal of a block has the lines of the file without what opens their containers, so each ends
  /// where a line of the file ends.
  private func rangeInLines(_ part: Range<Int>, of node: Node) -> Range<Int>? {
    let lines = locatedLines[node] ?? LiteralLines(of: node)
    locatedLines[node] = lines
    guard let (index, literalLine) = lines.line(at: part.lowerBound) else { return nil }
    let fence = node.kind == .codeBlock && node.isFenced ? 1 : 0
    let line = node.reportedLine - extraLines + fence + index
    guard line >= 1, line <= source.lineCount else { return nil }
    let range = source.range(ofLine: line)
    let partEnd = max(min(part.upperBound, literalLine.upperBound), part.lowerBound)
    let lower = range.upperBound - (literalLine.upperBound - part.lowerBound)
    let upper = lower + partEnd - part.lowerBound
    guard lower >= range.lowerBound,
      lines.literal[part.lowerBound..<partEnd].elementsEqual(source.bytes[lower..<upper])
    else { return nil }
    return lower..<upper
  }
}

/// The lines of the literal of a code or HTML block.
struct LiteralLines {
  /// The literal; valid as long as its document.
  let literal: UnsafeBufferPointer<UInt8>
  private var starts = [0]

  /// - Parameter node: a code or HTML block.
  init(of node: Node) {
    literal = node.withLiteral { $0 }
    for index in literal.indices where literal[index] == UInt8(ascii: "\n") { starts.append(index + 1) }
  }

  /// The line that holds a byte, counted from 0, and its bytes without the line feed.
  func line(at offset: Int) -> (index: Int, range: Range<Int>)? {
    guard literal.indices.contains(offset) else { return nil }
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let end = low + 1 < starts.count ? starts[low + 1] - 1 : literal.count
    return (low, starts[low]..<end)
  }
}
