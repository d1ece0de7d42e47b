import Foundation
import Testing

@testable import Courses

@Suite struct NumberTextTests {
  @Test(
    arguments: [
      ("4.6 ± 0.05 s", "4.55", "4.65", "s"), ("800 ±5% ms", "760", "840", "ms"), ("4..5 s", "4", "5", "s"),
      ("-5..-4", "-5", "-4", ""), ("7 +- 1", "6", "8", ""), ("−3", "-3", "-3", ""),
      ("1_000 kg", "1000", "1000", "kg"),
      ("5 %", "5", "5", "%"), ("-20 ± 10%", "-22", "-18", ""), ("1e-3 ± 1e-4", "0.0009", "0.0011", ""),
      ("0.1 ± 0.2", "-0.1", "0.3", ""), ("5 ± 5 % of it", "0", "10", "% of it"),
    ])
  func readsNumbersWithTolerancesRangesAndUnits(_ text: String, _ low: String, _ high: String, _ unit: String)
    throws
  {
    let answer = try #require(NumberText.answer(in: text))
    #expect(answer.range.lowerDigits == low)
    #expect(answer.range.upperDigits == high)
    #expect(answer.unit ?? "" == unit)
  }

  @Test(
    arguments: [
      "", "four", "4s", "4±", "± 4", "4 ± -1", "1.2.3", "1,234.5", "4..", "..5", "4 5", "--4", "4 ± 1%%",
      String(repeating: "9", count: 31), "1e99", "1e-9223372036854775808",
    ])
  func refusesWhatIsNoNumber(_ text: String) {
    #expect(NumberText.answer(in: text) == nil)
  }
}
