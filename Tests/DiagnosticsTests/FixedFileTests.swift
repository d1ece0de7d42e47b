import Diagnostics
import Testing

@Suite struct FixedFileTests {
  private let file = SourceFile(path: "a.md", text: "one\r\ntwo\r\n\u{0}three")

  private func diagnostic(_ rule: String = "a.a", _ edits: FixIt.Edit..., path: String? = nil) -> Diagnostic {
    Diagnostic(
      Rule(rule, .error, isFixable: true, "What it finds."), at: file.span(0..<0), "wrong", help: "mend it",
      fixIt: FixIt("mend it", in: path ?? "a.md", edits))
  }

  private func text(_ diagnostics: Diagnostic...) -> String {
    String(decoding: FixedFile(applying: diagnostics, to: file).bytes, as: UTF8.self)
  }

  @Test func keepsWhatNoEditNames() {
    #expect(text() == "one\r\ntwo\r\n\u{0}three")
    #expect(text(diagnostic("a.a", FixIt.Edit(5..<8, "2"))) == "one\r\n2\r\n\u{0}three")
    #expect(
      text(diagnostic("a.a", .insert("<", at: 0), .insert(">", at: 16))) == "<one\r\ntwo\r\n\u{0}three>")
    #expect(text(diagnostic("a.a", .delete(0..<16))).isEmpty)
  }

  @Test func appliesEditsInTheOrderOfTheirPlaces() {
    #expect(
      text(diagnostic("a.a", FixIt.Edit(11..<16, "3")), diagnostic("b.b", FixIt.Edit(0..<3, "1")))
        == "1\r\ntwo\r\n\u{0}3")
  }

  @Test func appliesTheFirstOfTwoThatTouch() {
    let first = diagnostic("a.a", FixIt.Edit(0..<3, "1"))
    for other in [
      FixIt.Edit(2..<4, "x"), .delete(0..<3), FixIt.Edit(1..<2, "x"), .insert("x", at: 3),
      .insert("x", at: 0),
      .insert("x", at: 1),
    ] {
      let fixed = FixedFile(applying: [first, diagnostic("b.b", other)], to: file)
      #expect(String(decoding: fixed.bytes, as: UTF8.self) == "1\r\ntwo\r\n\u{0}three")
      #expect(fixed.fixed == [first])
    }
    #expect(text(first, diagnostic("b.b", FixIt.Edit(3..<5, "\n"))) == "1\ntwo\r\n\u{0}three")
  }

  @Test func appliesAFixItWholeOrNotAtAll() {
    let first = diagnostic("a.a", FixIt.Edit(0..<3, "1"))
    let second = diagnostic("b.b", FixIt.Edit(1..<2, "x"), FixIt.Edit(5..<8, "x"))
    #expect(text(first, second) == "1\r\ntwo\r\n\u{0}three")
    #expect(text(second, first) == "oxe\r\nx\r\n\u{0}three")
  }

  @Test func makesOneOfTwoEqualEditsOfOneRule() {
    let edit = FixIt.Edit(0..<3, "1")
    let fixed = FixedFile(applying: [diagnostic("a.a", edit), diagnostic("a.a", edit)], to: file)
    #expect(String(decoding: fixed.bytes, as: UTF8.self) == "1\r\ntwo\r\n\u{0}three")
    #expect(fixed.fixed.count == 2)
  }

  @Test func keepsTheOrderOfInsertionsOfOneRule() {
    let both = [diagnostic("a.a", .insert("1", at: 5)), diagnostic("a.a", .insert("2", at: 5))]
    #expect(text(both[0], both[1]) == "one\r\n12two\r\n\u{0}three")
    #expect(
      text(diagnostic("b.b", .insert("0", at: 5)), both[0], both[1]) == "one\r\n0two\r\n\u{0}three")
  }

  @Test func passesOverFixItsForOtherFiles() {
    #expect(text(diagnostic("a.a", .delete(0..<3), path: "b.md")) == "one\r\ntwo\r\n\u{0}three")
    #expect(text(diagnostic("a.a", .delete(12..<20))) == "one\r\ntwo\r\n\u{0}three")
  }
}
