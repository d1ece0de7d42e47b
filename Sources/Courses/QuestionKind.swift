/// What a question asks its reader to do.
package enum QuestionKind: String, CaseIterable, Sendable {
  case chooseOne = "Choose one"
  case chooseAll = "Choose all"
  case trueOrFalse = "True or false"
  case sort = "Sort"
  case match = "Match"
  case order = "Order"
  case fillIn = "Fill in"
  case answer = "Answer"
  case number = "Number"
  case explain = "Explain"
  case cards = "Cards"
}
