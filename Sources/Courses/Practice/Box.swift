import Diagnostics
import Markdown

extension Rule {
  package static let badBox = Rule(
    "practice.bad-box", .error, isFixable: true,
    "Brackets were meant as a check box and are read as text.")
  package static let mixedList = Rule(
    "practice.mixed-list", .error,
    "An item has no check box in a list of check boxes, so whether it is right is not said.")
}

/// The check box of a list item, whole or broken.
enum Box {
  /// A box that cmark reads, or one with nothing after it, which cmark reads as text.
  case whole(isChecked: Bool)
  /// Brackets that were meant as a box.
  case broken(String, isChecked: Bool)
  /// No box.
  case none

  /// Reads the box of a list item.
  init(of item: Node) {
    if case .taskItem(let isChecked) = item.kind {
      self = .whole(isChecked: isChecked)
      return
    }
    guard let paragraph = item.firstChild, paragraph.isParagraph else {
      self = .none
      return
    }
    self.init(opening: paragraph)
  }

  /// Reads the brackets that open a paragraph.
  init(opening paragraph: Node) {
    self = .none
    let texts = paragraph.children.prefix(while: \.isText).map(\.literal)
    let opening = texts.joined()
    guard opening.hasPrefix("["), let end = opening.prefix(5).firstIndex(of: "]") else { return }
    let inside = opening[opening.index(after: opening.startIndex)..<end].trimmed
    let rest = opening[opening.index(after: end)...]
    guard inside.count <= 1, inside.first?.isNumber != true, inside != "^" else { return }
    if let next = rest.first, "([:".contains(next) { return }
    let isAlone =
      rest.trimmed.isEmpty && (paragraph.lastChild?.kind == .text || paragraph.firstChild?.next == nil)
    let box = String(opening[...end])
    if isAlone, ["[ ]", "[x]", "[X]"].contains(box) {
      self = .whole(isChecked: !inside.isEmpty)
    } else {
      let word = rest.prefix { !$0.isWhitespace }
      self = .broken(box + word, isChecked: !inside.isEmpty)
    }
  }

  /// Whether there is a box, whole or broken.
  var isThere: Bool {
    if case .none = self { false } else { true }
  }

  /// Whether there is a box that is not broken.
  var isWhole: Bool {
    if case .whole = self { true } else { false }
  }

  /// Whether the author meant it to be checked.
  var isChecked: Bool {
    switch self {
    case .whole(let isChecked), .broken(_, let isChecked): isChecked
    case .none: false
    }
  }

  /// Writes the box as it should be. What other signs than an x were to say, only the author can tell.
  private static func fixIt(for text: String, at start: Int, in context: QuestionContext) -> FixIt? {
    let box = text.prefix { $0 != "]" } + "]"
    let inside = box.dropFirst().dropLast().trimmed.lowercased()
    let end = start + box.utf8.count
    let line = context.source.range(ofLine: context.source.line(at: start))
    guard inside.isEmpty || inside == "x", end < line.upperBound,
      context.source.bytes[start..<end].elementsEqual(box.utf8)
    else { return nil }
    let next = context.source.bytes[end]
    let isSpaced = next == UInt8(ascii: " ") || next == UInt8(ascii: "\t")
    if isSpaced, context.source.text(in: end..<line.upperBound).trimmed.isEmpty { return nil }
    let whole = inside.isEmpty ? "[ ]" : "[x]"
    return FixIt(
      "write \(whole)\(isSpaced ? "" : " and a space")", in: context.source.path,
      [FixIt.Edit(start..<end, isSpaced ? whole : whole + " ")])
  }

  /// Reports a broken or missing box of an item.
  func check(of item: Node, in context: inout QuestionContext) {
    switch self {
    case .whole: break
    case .broken(let text, _):
      let start = item.firstChild.map { context.span(of: $0).range.lowerBound } ?? 0
      context.report(
        .badBox, at: context.source.span(start..<start + text.utf8.count),
        "“\(text)” is not a check box", help: "write [x] or [ ], then a space",
        fixIt: Self.fixIt(for: text, at: start, in: context))
    case .none:
      context.report(
        .mixedList, at: context.firstLine(of: item),
        "this item has no check box, but others in the list do", help: "write - [ ] or - [x]")
    }
  }

  /// Reports a list marker that no space divides from its box, so that the line goes on with the text above.
  static func checkMarker(before text: Node, in context: inout QuestionContext) {
    let isGlued = text.withLiteral { bytes in
      bytes.count >= 4 && bytes[1] == UInt8(ascii: "[") && bytes[3] == UInt8(ascii: "]")
        && "-+*".utf8.contains(bytes[0]) && " xX".utf8.contains(bytes[2])
    }
    guard isGlued,
      text.previous == nil || text.previous?.isSoftBreak == true || text.previous?.kind == .lineBreak
    else { return }
    let written = text.literal.prefix(4)
    let meant = "\(written.prefix(1)) \(written.dropFirst())"
    let place = context.document.span(of: 0..<4, inLiteralOf: text)
    context.report(
      .badBox, at: place, "“\(written)” opens no item of a list", help: "put a space after the marker",
      fixIt: .write(meant, over: place))
  }
}
