import Diagnostics

/// The rules of the practice dialect.
package enum PracticeRules {
  /// All of them, in the order in which a page is read.
  package static let all: [Rule] = [
    .noKind, .unknownKind, .noColon, .noTitle, .headingLevel, .headingDeep, .hashSpace, .dupID, .noQuestions,
    .lessonOptIn, .noAnswer, .wrongShape, .mixedList, .badBox, .emptyChoice, .splitList, .afterAnswer,
    .noneRight, .manyRight, .fewChoices, .dupChoice, .allRight, .boxInChoice, .oneRight, .quoteUnlabelled,
    .unknownLabel, .labelInside, .dupLabel, .emptyLabel, .answerLabel, .noModel, .boxInQuote,
    .feedbackSwallowed, .feedbackCode, .twoFeedback, .sortFlat, .sortDeep, .fewCategories, .fewItems,
    .dupCategory, .dupItem, .categoryFeedback, .notATable, .tableGlued, .rowLong, .rowShort, .matchColumns,
    .whyHeader, .noPartner, .emptyRow, .dupLeft, .fewPairs, .listGlued, .orderStart, .orderNumber, .fewSteps,
    .noBlank, .openBlank, .blankEmpty, .allStruck, .halfStruck, .blankMarkup, .dupOption, .answerBlock,
    .dupAnswer, .notNumber, .decimalComma, .noTolerance, .rangeOrder, .unitMissing, .overlap, .cardSide,
    .cardBoth, .cardColumns, .dupFront, .fenceName, .twoQuiz, .badSetting, .unknownSetting, .dupSetting,
    .badSettingValue, .settingKind, .unknownObjective, .strayQuiz, .footnotePlace, .tooManyAnswers,
    .uncovered, .noObjective, .unexplained,
    .longestRight, .ofTheAbove, .firstRight, .negativeStem, .unequalCategories, .caseOnly,
  ]

  /// Those that advise and forbid nothing.
  package static var advice: [Rule] { all.filter { $0.severity == .advice } }
}
