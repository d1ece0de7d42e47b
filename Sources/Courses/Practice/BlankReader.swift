import Diagnostics
import Markdown

extension Rule {
  package static let blankEmpty = Rule(
    "practice.blank-empty", .error, isFixable: true,
    "A blank has an option without text.")
  package static let allStruck = Rule(
    "practice.all-struck", .error,
    "All answers of a list or blank are struck out, so none is right.")
  package static let halfStruck = Rule(
    "practice.half-struck", .error,
    "An answer is struck out in part, so whether it is right is not said.")
  package static let blankMarkup = Rule(
    "practice.blank-markup", .error,
    "A blank holds or stands in markup that its options cannot show.")
  package static let dupOption = Rule(
    "practice.dup-option", .error, isFixable: true,
    "An option stands twice in a blank.")
}

/// Reads the blanks of a text: `option | option`, wrong ones struck out.
struct BlankReader {
  /// The strong nodes of some blocks, block quotes and lists included, in order.
  static func strongNodes(in blocks: [Node]) -> [Node] {
    var nodes: [Node] = []
    for block in blocks {
      var walk = Walk(block)
      while let event = walk.next() {
        guard case .enter(let node) = event, node.kind == .strong else { continue }
        nodes.append(node)
        walk.skipChildren(of: node)
      }
    }
    return nodes
  }

  /// Reads a blank and reports what is wrong with it.
  ///
  /// - Parameter strong: a strong node.
  static func read(_ strong: Node, in context: inout QuestionContext) -> Blank {
    if isInLink(strong) {
      context.report(
        .blankMarkup, at: context.span(of: strong), "a blank stands inside a link or an image",
        help: "take the link off the bold words, or write emphasis as *italic*")
      return Blank(node: strong, options: [])
    }
    if let other = strong.children.first(where: { !isAllowed($0) }) {
      context.report(
        .blankMarkup, at: context.span(of: other),
        "only text, `code` and ~~struck~~ options may stand in a blank",
        help: "take the other markup out of the bold words")
      return Blank(node: strong, options: [])
    }
    var options: [Blank.Option] = []
    var seen: Set<String> = []
    let split = split(strong, in: context)
    let hasOption = split.contains { $0.contains { !$0.text.trimmed.isEmpty } }
    for pieces in split {
      let text = pieces.map(\.text).joined().trimmed
      let filled = pieces.filter { !$0.text.trimmed.isEmpty }
      let place = place(of: filled.isEmpty ? pieces : filled, in: strong, context)
      guard !text.isEmpty else {
        context.report(
          .blankEmpty, at: place, "a blank has an empty option", help: "remove the spare |",
          fixIt: hasOption ? removingBar(at: place, context) : nil)
        continue
      }
      let isStruck = filled.contains(where: \.isStruck)
      if isStruck, !filled.allSatisfy(\.isStruck) {
        context.report(
          .halfStruck, at: place, "“\(text)” is struck out in part",
          help: "strike out a whole option or none of it")
      }
      let isExact = filled.allSatisfy(\.isCode)
      let option = Blank.Option(text: text, isExact: isExact, isRight: !isStruck)
      if !seen.insert(isExact ? "=" + text : TextComparison.normalized(text)).inserted {
        let isSaidBefore = options.contains { $0 == option }
        context.report(
          .dupOption, at: place, "“\(text)” stands twice in this blank", help: "remove one of the two",
          fixIt: isSaidBefore ? removingOption(text, at: place, of: strong, context) : nil)
      }
      options.append(option)
    }
    if !options.isEmpty, options.allSatisfy({ !$0.isRight }) {
      context.report(
        .allStruck, at: context.span(of: strong), "every option in this blank is struck out",
        help: "leave the right one plain")
    }
    return Blank(node: strong, options: options)
  }

  /// Takes out a `|` with the spaces that would be left over.
  private static func removingBar(at place: Span, _ context: QuestionContext) -> FixIt? {
    let bytes = context.source.bytes
    var range = place.range
    let space = UInt8(ascii: " ")
    guard range.count == 1, bytes[range.lowerBound] == UInt8(ascii: "|"), range.lowerBound > 0,
      bytes[range.lowerBound - 1] != UInt8(ascii: "\\")
    else { return nil }
    if bytes[range.lowerBound - 1] == UInt8(ascii: "*") {
      while range.upperBound < bytes.count, bytes[range.upperBound] == space {
        range = range.lowerBound..<range.upperBound + 1
      }
    } else {
      while bytes[range.lowerBound - 1] == space { range = range.lowerBound - 1..<range.upperBound }
    }
    return FixIt("remove the spare |", in: context.source.path, [.delete(range)])
  }

  /// Takes out an option that is not the first with the `|` before it.
  private static func removingOption(
    _ text: String, at place: Span, of strong: Node, _ context: QuestionContext
  ) -> FixIt? {
    let bytes = context.source.bytes
    let opening = context.span(of: strong).range.lowerBound + 2
    let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") }
    guard place.range.lowerBound > opening,
      let bar = bytes[opening..<place.range.lowerBound].lastIndex(where: { !isSpace($0) }),
      let end = bytes[opening..<bar].lastIndex(where: { !isSpace($0) }),
      bytes[bar] == UInt8(ascii: "|"), bytes[end] != UInt8(ascii: "\\")
    else { return nil }
    return FixIt(
      "remove the second “\(text)”", in: context.source.path, [.delete(end + 1..<place.range.upperBound)])
  }

  // MARK: Taking a blank apart

  /// A part of an option.
  private struct Piece {
    var text: String
    var isCode = false
    var isStruck = false
    /// Its bytes; nil where the source does not spell the text out.
    var range: Range<Int>?
  }

  private static func isInLink(_ node: Node) -> Bool {
    var ancestor = node.parent
    while let node = ancestor {
      if node.kind == .link || node.kind == .image { return true }
      ancestor = node.parent
    }
    return false
  }

  private static func isAllowed(_ node: Node) -> Bool {
    switch node.kind {
    case .text, .softBreak, .code: true
    case .strikethrough:
      node.children.allSatisfy { $0.kind == .text || $0.kind == .softBreak || $0.kind == .code }
    default: false
    }
  }

  /// The pieces of each option; a `|` in code or in struck text separates nothing.
  private static func split(_ strong: Node, in context: QuestionContext) -> [[Piece]] {
    var options: [[Piece]] = [[]]
    for node in strong.children {
      let range = context.span(of: node).range
      switch node.kind {
      case .strikethrough:
        let isCode = node.children.allSatisfy { $0.kind == .code }
        options[options.count - 1].append(
          Piece(text: node.plainText, isCode: isCode, isStruck: true, range: range))
      case .code: options[options.count - 1].append(Piece(text: node.literal, isCode: true, range: range))
      case .softBreak: options[options.count - 1].append(Piece(text: " "))
      default:
        // Escapes and character references make the source longer than the text.
        var offset = context.source.text(in: range) == node.literal ? range.lowerBound : nil
        for (index, text) in node.literal.split(separator: "|", omittingEmptySubsequences: false).enumerated()
        {
          if index > 0 { options.append([]) }
          let range = offset.map { $0..<$0 + text.utf8.count }
          options[options.count - 1].append(Piece(text: String(text), range: range))
          offset = offset.map { $0 + text.utf8.count + 1 }
        }
      }
    }
    return options
  }

  /// The bytes of an option without the spaces around it; of an empty one the `|` beside it.
  private static func place(of pieces: [Piece], in strong: Node, _ context: QuestionContext) -> Span {
    let ranges = pieces.compactMap(\.range)
    guard let first = ranges.first, let last = ranges.last, ranges.count == pieces.count else {
      return context.span(of: strong)
    }
    let bytes = context.source.bytes
    var range = first.lowerBound..<last.upperBound
    while let byte = range.first, bytes[byte] == UInt8(ascii: " ") { range = range.dropFirst() }
    while let byte = range.last, bytes[byte] == UInt8(ascii: " ") { range = range.dropLast() }
    guard range.isEmpty else { return context.source.span(range) }
    if last.upperBound < bytes.count, bytes[last.upperBound] == UInt8(ascii: "|") {
      return context.source.span(last.upperBound..<last.upperBound + 1)
    }
    return context.source.span(max(first.lowerBound - 1, 0)..<first.lowerBound)
  }
}
