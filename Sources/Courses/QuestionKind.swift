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

  /// Whether the page can tell a right answer from a wrong one; what remains is self-rated.
  package var isScored: Bool { self != .explain && self != .cards }

  /// Whether an answer can be right in part.
  package var canBeRightInPart: Bool {
    switch self {
    case .chooseAll, .trueOrFalse, .sort, .match, .order, .fillIn: true
    case .chooseOne, .answer, .number, .explain, .cards: false
    }
  }

  /// Whether its author may keep the order of what is shown; Order is shuffled always.
  package var canKeepOrder: Bool {
    switch self {
    case .chooseOne, .chooseAll, .trueOrFalse, .sort, .match: true
    case .order, .fillIn, .answer, .number, .explain, .cards: false
    }
  }
}
