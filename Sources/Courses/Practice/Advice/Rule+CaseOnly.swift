import Diagnostics
import Markdown

extension Rule {
  package static let caseOnly = Rule(
    "practice.case-only", .advice,
    "Two options differ by small and capital letters only, which readers and screen readers hardly tell apart."
  )
}

extension ItemWritingAdvice {
  /// - Parameters:
  ///   - options: what learners choose among, each as its blocks.
  ///   - what: what an option is, for messages, such as `choice`.
  static func adviseOnCase(of options: [[Node]], named what: String, in context: inout QuestionContext) {
    var first: [String: (text: String, option: [Node])] = [:]
    for option in options where !option.contains(where: holdsCode) {
      let text = option.map(\.plainText).joined(separator: " ")
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !text.isEmpty else { continue }
      guard let other = first[text.lowercased()] else {
        first[text.lowercased()] = (text, option)
        continue
      }
      guard text != other.text else { continue }
      context.report(
        .caseOnly, at: place(of: option, in: context), "this \(what) differs from another by its case only",
        help: "make the difference plain; where case is the point, write both as `code`",
        notes: [.init("the other is here", at: place(of: other.option, in: context))])
    }
  }

  /// In code, case is a difference that is meant and shown.
  private static func holdsCode(_ node: Node) -> Bool {
    var walk = Walk(node)
    while let event = walk.next() {
      if case .enter(let node) = event, node.kind == .code || node.kind == .codeBlock { return true }
    }
    return false
  }
}
