/// How long a lesson takes where its author does not say.
package enum MinutesEstimate {
  /// How many words an adult reads in a minute: the mean for non-fiction in English (Brysbaert, Journal of
  /// Memory and Language 109, 2019).
  package static let wordsPerMinute = 238

  /// The minutes, not rounded, that a text takes to read.
  package static func exactReading(words: Int) -> Double {
    Double(words) / Double(wordsPerMinute)
  }

  /// The minutes, not rounded, that some questions take.
  package static func exactPractice(_ questions: [QuestionFacts]) -> Double {
    questions.reduce(0) { $0 + minutes(for: $1) }
  }

  /// The whole minutes, at least 1, that a text takes to read.
  package static func reading(words: Int) -> Int {
    max(1, Int(exactReading(words: words).rounded()))
  }

  /// The whole minutes, at least 1, that some questions take.
  package static func practice(_ questions: [QuestionFacts]) -> Int {
    max(1, Int(exactPractice(questions).rounded()))
  }

  /// By our own judgement: to read the question, answer it and read what explains it.
  private static func minutes(for question: QuestionFacts) -> Double {
    switch question.kind {
    case .chooseOne, .answer: 1
    case .chooseAll, .trueOrFalse, .order, .fillIn, .number: 1.5
    case .sort, .match: 2
    case .explain: 3
    case .cards: 0.25 * Double(question.cards)
    }
  }
}
