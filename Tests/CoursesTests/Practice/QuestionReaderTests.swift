import Courses
import Foundation
import Testing

@Suite struct QuestionReaderTests {
  @Test func readsAFullPageWithoutADiagnostic() throws {
    let fixture = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures/multimodal-practice.md")
    let page = PracticePage(
      try String(contentsOf: fixture, encoding: .utf8),
      objectives: ["distinguish", "describe", "apply", "identify", "explain"])
    #expect(page.printedDiagnostics == "")
    page.read { reading in
      #expect(
        reading.questions.map(\.kind) == [
          .chooseOne, .trueOrFalse, .sort, .explain, .match, .chooseAll, .number, .order, .fillIn, .answer,
          .cards, .cards,
        ])
      #expect(reading.facts.map(\.cards).reduce(0, +) == 11)
      #expect(Set(reading.objectives) == ["distinguish", "describe", "apply", "identify", "explain"])
      #expect(reading.questions.allSatisfy { $0.settings.asksConfidence })
    }
  }
}
