import Markdown

/// The title of a question: the heading without the kind that opens it.
package struct QuestionTitle {
  /// The words of the kind as the author wrote them, such as `Choose one`.
  package let kindWords: String
  /// The rest of the text node in which the colon stands, white space at its start cut off.
  package let firstText: String
  /// The inline nodes after that text node.
  package let rest: [Node]
  /// The whole title without markup.
  package let text: String

  package init(kindWords: String, firstText: String, rest: [Node], text: String) {
    self.kindWords = kindWords
    self.firstText = firstText
    self.rest = rest
    self.text = text
  }
}
