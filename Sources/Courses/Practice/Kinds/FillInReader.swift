import Diagnostics
import Markdown

extension Rule {
  package static let noBlank = Rule(
    "practice.no-blank", .error,
    "A Fill in has no blank to fill.")
  package static let openBlank = Rule(
    "practice.open-blank", .error, isFixable: true,
    "Two asterisks were meant to open or close a blank and are text.")
}

/// Reads the blanks of Fill in.
struct FillInReader: AnswerReader {
  static let shape = AnswerShape.none

  static func read(_ draft: QuestionDraft, in context: inout QuestionContext) -> Interaction? {
    let hasOpenBlank = reportOpenBlanks(in: draft.parts.prompt, &context)
    let strong = BlankReader.strongNodes(in: draft.parts.prompt)
    guard !strong.isEmpty else {
      if !hasOpenBlank {
        context.report(
          .noBlank, at: context.firstLine(of: draft.heading.node),
          "“\(context.vocabulary.words(for: .fillIn))” needs at least one blank",
          help: "write the answer in **bold** where it belongs in the text")
      }
      return nil
    }
    return .fillIn(FillInInteraction(blanks: strong.map { BlankReader.read($0, in: &context) }))
  }

  /// Reports `**` that cmark read as text, one of each two in a block.
  private static func reportOpenBlanks(in blocks: [Node], _ context: inout QuestionContext) -> Bool {
    var places: [[Int]] = []
    for block in blocks {
      var walk = Walk(block)
      while let event = walk.next() {
        guard case .enter(let node) = event else { continue }
        if places.isEmpty || [.paragraph, .tableCell].contains(node.kind) { places.append([]) }
        guard node.kind == .text else { continue }
        places[places.count - 1] += asterisks(in: node, context)
      }
    }
    for places in places {
      for index in stride(from: 0, to: places.count, by: 2) {
        let place = places[index]
        context.report(
          .openBlank, at: context.source.span(place..<place + 2),
          "this ** has no partner, so there is no blank here",
          help: "close it with **, with no space inside",
          fixIt: places.count == 2 ? withoutSpace(between: places[0], and: places[1], context) : nil)
      }
    }
    return places.contains { !$0.isEmpty }
  }

  /// Takes the space out of what was meant as a blank, where it stands at one of the ends alone: with a space at
  /// both, or at none, asterisks may mean something else.
  ///
  /// - Parameters:
  ///   - opening: where the two asterisks before the words begin.
  ///   - closing: where those behind them begin.
  private static func withoutSpace(
    between opening: Int, and closing: Int, _ context: QuestionContext
  ) -> FixIt? {
    let source = context.source
    let inside = source.text(in: opening + 2..<closing)
    let words = inside.trimmed
    let before = inside.prefix { $0 == " " }.count
    let after = inside.reversed().prefix { $0 == " " }.count
    guard inside.count == before + words.count + after, (before == 0) != (after == 0),
      words.allSatisfy({ isPartOfWord($0) || " |-".contains($0) }),
      let first = words.first, let last = words.last, isPartOfWord(first), isPartOfWord(last)
    else { return nil }
    // Where the text beside it would run into the blank, the space goes there.
    let line = source.range(ofLine: source.line(at: opening))
    let neighbour =
      before > 0
      ? source.text(in: line.lowerBound..<opening).last : source.text(in: closing + 2..<line.upperBound).first
    let outside = neighbour.map(isPartOfWord) == true ? " " : ""
    let edit =
      before > 0
      ? FixIt.Edit(opening..<opening + 2 + before, "\(outside)**")
      : FixIt.Edit(closing - after..<closing + 2, "**\(outside)")
    return FixIt("put no space inside the asterisks", in: source.path, [edit])
  }

  private static func isPartOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  /// The offsets of each `**` in the source of a text node that stands there unescaped.
  private static func asterisks(in text: Node, _ context: QuestionContext) -> [Int] {
    guard text.literal.contains("**") else { return [] }
    let range = context.span(of: text).range
    let bytes = context.source.bytes
    let star = UInt8(ascii: "*")
    var offsets: [Int] = []
    var index = range.lowerBound
    while index + 1 < min(range.upperBound, bytes.count) {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
      } else if bytes[index] == star, bytes[index + 1] == star {
        offsets.append(index)
        index += 2
      } else {
        index += 1
      }
    }
    return offsets
  }
}

extension FillInInteraction: KeyedInteraction {
  func addContent(to digest: inout ContentDigest) {
    for blank in blanks where blank.isChoice {
      digest.add("menu")
      for text in blank.options.map(\.text).sorted() { digest.add(text) }
    }
  }

  func addKey(to digest: inout ContentDigest) {
    for blank in blanks {
      digest.add("blank")
      digest.add(unordered: blank.rightOptions) { option, digest in
        digest.add(option.isExact ? "=\(option.text)" : option.text)
      }
    }
  }
}
