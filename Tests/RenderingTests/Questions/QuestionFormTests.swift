import Foundation
import TestSupport
import Testing

/// The forms of each kind, as readable HTML in `Goldens/`: the source, the form, and the key for paper.
@Suite struct QuestionFormTests {
  private let goldens = Goldens()

  @Test(
    arguments: [
      "choose-one", "choose-all", "true-or-false", "sort", "sort-many", "match", "order", "fill-in", "answer",
      "number", "explain", "cards", "omit", "hints",
    ])
  func writesTheFormOfTheExample(_ name: String) throws {
    var example = Example(try goldens.text(of: "\(name).txt"))
    let page = FormPage(try #require(example["practice.md"]), omitsAnswers: name == "omit")
    example["form"] = page.forms
    example["print key"] = name == "omit" ? nil : page.printKey
    #expect(try goldens.difference(of: example.text, from: "\(name).txt") == nil)
  }
}
