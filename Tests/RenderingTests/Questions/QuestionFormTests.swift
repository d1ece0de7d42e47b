import Foundation
import TestSupport
import Testing

/// The forms of each kind, as readable HTML in `Goldens/`: the source, the form, and the key for paper.
@Suite struct QuestionFormTests {
  private let goldens = Goldens()

  @Test(
    arguments: [
      "choose-one", "choose-all", "true-or-false", "sort", "sort-many", "match", "order", "fill-in", "answer",
      "number", "explain", "cards", "omit", "hints", "footnotes", "footnotes-omit",
    ])
  func writesTheFormOfTheExample(_ name: String) throws {
    var example = Example(try goldens.text(of: "\(name).txt"))
    let omitsAnswers = name.hasSuffix("omit")
    let page = FormPage(try #require(example["practice.md"]), omitsAnswers: omitsAnswers)
    example["form"] = page.forms
    example["print key"] = omitsAnswers ? nil : page.printKey
    #expect(try goldens.difference(of: example.text, from: "\(name).txt") == nil)
  }

  @Test func leadsFromAFootnoteBackToEachOfItsMarks() throws {
    let page = FormPage(try #require(Example(try goldens.text(of: "footnotes.txt"))["practice.md"]))
    let marks = page.forms.matches(of: /id="(ref[^"]*)"/).map(\.1)
    let links = page.forms.matches(of: /href="#(ref[^"]*)"/).map(\.1)
    #expect(links.count > 5)
    #expect(marks.sorted() == links.sorted())
  }
}
