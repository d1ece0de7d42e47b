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
  package init(overview: Overview?, pages: [PageFacts]) {
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
  }
}
