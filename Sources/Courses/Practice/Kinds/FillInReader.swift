import Diagnostics
import Markdown

extension Rule {
  package static let noBlank = Rule(
    "practice.no-blank", .error,
    "A Fill in has no blank to fill.")
  package static let openBlank = Rule(
    "practice.open-blank", .error,
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
    var found = false
    var isPartner = false
    for block in blocks {
      var walk = Walk(block)
      while let event = walk.next() {
        guard case .enter(let node) = event else { continue }
        if [.paragraph, .tableCell].contains(node.kind) { isPartner = false }
        guard node.kind == .text else { continue }
        for place in asterisks(in: node, context) {
          if !isPartner {
            context.report(
              .openBlank, at: context.source.span(place..<place + 2),
              "this ** has no partner, so there is no blank here",
              help: "close it with **, with no space inside")
          }
          isPartner.toggle()
          found = true
        }
      }
    }
    return found
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
