import Courses

/// What the home and the overview tell of a lesson.
package struct LessonSummary: Hashable, Sendable {
  /// How long the lesson page takes to read, in minutes; nil where there is none.
  package let readMinutes: Int?
  /// How long the practice page takes, in minutes; nil where there is none.
  package let practiceMinutes: Int?
  /// How many questions of which kinds the practice page holds, in the order of ``QuestionKind``.
  package let questions: [QuestionCount]
  /// How many cards it holds.
  package let cards: Int
  /// How many questions the lesson's pages ask that can be done, Cards left out.
  package let exercises: Int
  /// Whether any of its pages asks a question.
  package let hasQuestions: Bool
  /// Whether it has cards or questions that can come again in reviews.
  package let hasReviews: Bool
  /// Its decks of cards.
  package let decks: [CardDeck]

  /// A kind of question and how many of it there are.
  package struct QuestionCount: Hashable, Sendable {
    package let kind: QuestionKind
    package let count: Int
  }

  /// Reading and practice together, in minutes.
  var minutes: Int { (readMinutes ?? 0) + (practiceMinutes ?? 0) }

  /// - Parameters:
  ///   - overview: what the author says of the lesson.
  ///   - pages: the facts of its pages.
  ///   - decks: their decks of cards.
  package init(overview: Overview?, pages: [PageFacts], decks: [CardDeck]) {
    let lesson = pages.first { $0.page.kind == .lesson }
    let practice = pages.first { $0.page.kind == .practice }
    readMinutes = lesson.map { overview?.minutes.read?.value ?? MinutesEstimate.reading(words: $0.words) }
    practiceMinutes = practice.map {
      overview?.minutes.practice?.value ?? MinutesEstimate.practice($0.questions)
    }
    var counts: [QuestionKind: Int] = [:]
    for question in practice?.questions ?? [] { counts[question.kind, default: 0] += 1 }
    questions = QuestionKind.allCases.compactMap { kind in
      counts[kind].map { QuestionCount(kind: kind, count: $0) }
    }
    cards = practice?.questions.reduce(0) { $0 + $1.cards } ?? 0
    let asked = pages.flatMap(\.questions)
    hasQuestions = !asked.isEmpty
    exercises = asked.count { $0.kind != .cards && $0.key != nil }
    hasReviews = asked.contains { $0.key != nil }
    self.decks = decks
  }
}
