import Foundation
import Testing

@testable import Courses

/// The page's script is tested with the same table.
@Suite struct TextComparisonTests {
  private struct Table: Decodable {
    struct Text: Decodable {
      let answer: String
      let typed: String
      let exact: Bool?
      let equal: Bool
      let why: String
    }
    struct Number: Decodable {
      let typed: String
      let value: Decimal?
      let unit: String?
    }
    struct Range: Decodable {
      let answer: String?
      let low: Decimal
      let high: Decimal
      let unit: String?
    }
    let text: [Text]
    let numbers: [Number]
    let ranges: [Range]
  }

  private let table: Table

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures/comparison-pairs.json")
    table = try JSONDecoder().decode(Table.self, from: Data(contentsOf: file))
  }

  @Test func comparesTextsAsTheTableSays() {
    for pair in table.text {
      let compare = pair.exact == true ? TextComparison.exact : TextComparison.normalized
      // Strings compare by canonical equivalence; the script compares code units.
      let isEqual = Array(compare(pair.answer).unicodeScalars) == Array(compare(pair.typed).unicodeScalars)
      #expect(isEqual == pair.equal, "\(pair.answer) and \(pair.typed): \(pair.why)")
    }
  }

  @Test func readsNumbersAsTheTableSays() {
    for number in table.numbers where (number.unit ?? "").isEmpty {
      #expect(
        NumberText.value(of: number.typed.precomposedStringWithCompatibilityMapping) == number.value,
        "\(number.typed)")
    }
  }

  @Test func readsRangesAsTheTableSays() throws {
    for range in table.ranges {
      guard let text = range.answer else { continue }
      let answer = try #require(NumberText.answer(in: text), "\(text)")
      #expect(answer.range == NumberRange(lower: range.low, upper: range.high), "\(text)")
      #expect(answer.unit == range.unit, "\(text)")
    }
  }

  @Test func comparesAsOftenAsOneLikes() {
    for text in table.text.flatMap({ [$0.answer, $0.typed] }) {
      let once = TextComparison.normalized(text)
      #expect(TextComparison.normalized(once) == once)
    }
  }
}
