/// What the learner does in a question, with its key: one case a shape of answer.
package enum Interaction {
  case choice(ChoiceInteraction)
  case trueOrFalse(TrueOrFalseInteraction)
  case sort(SortInteraction)
  case match(MatchInteraction)
  case order(OrderInteraction)
  case fillIn(FillInInteraction)
  case answer(AnswerInteraction)
  case number(NumberInteraction)
  case explain(ExplainInteraction)
  case cards(CardsInteraction)
}
