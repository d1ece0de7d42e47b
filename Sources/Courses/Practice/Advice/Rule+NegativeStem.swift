import Diagnostics
import Markdown

extension Rule {
  package static let negativeStem = Rule(
    "practice.negative-stem", .advice,
    "A question asks for what is not so with a word that nothing sets off, and hurried readers answer the opposite."
  )
}

extension ItemWritingAdvice {
  /// Looks at sentences that end in a question mark, in the title and in the prompt.
  static func adviseOnNegation(of question: Question, in context: inout QuestionContext) {
    for block in [question.heading.node] + question.prompt.filter({ $0.kind == .paragraph }) {
      guard let (node, range) = negation(in: block, context.vocabulary) else { continue }
      let place = context.document.span(of: range, inLiteralOf: node)
      context.report(
        .negativeStem, at: place, "“\(context.source.text(in: place.range))” is easily overlooked here",
        help: "write it in *emphasis* or in CAPITALS, or ask for what is so")
    }
  }

  /// The first word of a question that negates it and is neither emphasised nor in capitals.
  private static func negation(
    in block: Node, _ vocabulary: PracticeVocabulary
  ) -> (node: Node, range: Range<Int>)? {
    var found: (node: Node, range: Range<Int>)?
    var walk = Walk(block)
    while let event = walk.next() {
      guard case .enter(let node) = event else { continue }
      switch node.kind {
      case .strong, .emphasis, .code: walk.skipChildren(of: node)
      case .text:
        for word in words(of: node.literal) {
          if found == nil, vocabulary.negates(word.text) { found = (node, word.range) }
          switch word.end {
          case "?": if found != nil { return found }
          case ".", "!", ":": found = nil
          default: break
          }
        }
      default: break
      }
    }
    return nil
  }

  /// The words of a text with their bytes, each with the sign right after it.
  private static func words(of text: String) -> [(text: String, range: Range<Int>, end: Character?)] {
    var words: [(text: String, range: Range<Int>, end: Character?)] = []
    var index = text.startIndex
    while index < text.endIndex {
      let end = text[index...].firstIndex { !$0.isLetter && $0 != "'" && $0 != "’" } ?? text.endIndex
      let start = text.utf8.distance(from: text.startIndex, to: index)
      let length = text[index..<end].utf8.count
      let sign = end < text.endIndex ? text[end] : nil
      if length > 0 || sign.map({ ".?!:".contains($0) }) == true {
        words.append((String(text[index..<end]), start..<start + length, sign))
      }
      index = end < text.endIndex ? text.index(after: end) : end
    }
    return words
  }
}
