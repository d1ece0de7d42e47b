import Diagnostics
import Markdown

extension Rule {
  package static let longestRight = Rule(
    "practice.longest-right", .advice,
    "The right choice is much longer than the others, which gives it away.")
}

extension ItemWritingAdvice {
  static func adviseOnLength(of choices: [ChoiceInteraction.Choice], in context: inout QuestionContext) {
    let right = choices.filter(\.isRight)
    guard right.count == 1, choices.count > 2 else { return }
    let longestWrong = choices.filter { !$0.isRight }.map(length).max() ?? 0
    // Half as long again and some words more: a difference that a guesser sees at a glance.
    let length = length(of: right[0])
    guard length > longestWrong * 3 / 2, length > longestWrong + 15 else { return }
    context.report(
      .longestRight, at: place(of: right[0].content, in: context),
      "the right choice is much longer than the others, which gives it away",
      help: "shorten it, or move what explains it into feedback")
  }

  private static func length(of choice: ChoiceInteraction.Choice) -> Int {
    choice.content.reduce(0) { length, block in
      let text = block.plainText
      // A byte of ASCII is a character but in the line end of two.
      let isPlain = text.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "\r") }
      return length + (isPlain ? text.utf8.count : text.count)
    }
  }
}
