import Diagnostics

extension Rule {
  package static let statedMinutes = Rule(
    "minutes.off", .warning,
    "The stated minutes are far from what the page's words or questions take.")
}

extension CourseCheck {
  /// Compares the minutes that an overview states with what the pages hold: they are off where the
  /// difference is more than half of the estimate and at least two minutes.
  func statedMinutes(of lesson: Lesson, _ pages: [PageFacts]) -> [Diagnostic] {
    guard let minutes = lesson.overview?.minutes else { return [] }
    var diagnostics: [Diagnostic] = []
    if let stated = minutes.read, let page = pages.first(where: { $0.page.kind == .lesson }) {
      let estimate = MinutesEstimate.exactReading(words: page.words)
      if Self.isOff(stated.value, estimate) {
        diagnostics.append(
          .statedMinutes(
            stated, estimate: MinutesEstimate.reading(words: page.words),
            "the lesson has \(page.words) words, \(MinutesEstimate.wordsPerMinute) of which take a minute"))
      }
    }
    if let stated = minutes.practice, let page = pages.first(where: { $0.page.kind == .practice }),
      !page.questions.isEmpty
    {
      let estimate = MinutesEstimate.exactPractice(page.questions)
      if Self.isOff(stated.value, estimate) {
        diagnostics.append(
          .statedMinutes(
            stated, estimate: MinutesEstimate.practice(page.questions),
            "the practice page has \(page.questions.count) questions"))
      }
    }
    return diagnostics
  }

  private static func isOff(_ stated: Int, _ estimate: Double) -> Bool {
    let difference = abs(Double(stated) - estimate)
    return difference > estimate / 2 && difference >= 2
  }
}

extension Diagnostic {
  fileprivate static func statedMinutes(_ stated: Placed<Int>, estimate: Int, _ reason: String) -> Diagnostic
  {
    Diagnostic(
      .statedMinutes, at: stated.span,
      "\(stated.value) minutes is far from the \(estimate) that we estimate: \(reason)",
      help: "write \(estimate), or leave it out to have it estimated")
  }
}
