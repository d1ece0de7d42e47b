import Courses
import Testing

/// What answers are kept under: versions, keys and the ids of cards.
@Suite struct QuestionIdentityTests {
  private func facts(_ question: String) -> [QuestionFacts] {
    PracticePage("# P\n\n\(question)").read { $0.facts }
  }

  private func cards(_ question: String) -> [String] {
    PracticePage("# P\n\n\(question)").read { reading in
      reading.questions.flatMap { question in
        guard case .cards(let deck) = question.interaction else { return [] as [String] }
        return deck.cards.map(\.id)
      }
    }
  }

  @Test func keepsTheVersionWhenOnlyExplanationsChange() {
    let before = facts("### Choose one: a\n\nPrompt *text*.\n\n- [x] One\n- [ ] Two\n")
    let after = facts(
      """
      ### choose one: another title

      Prompt
      _text_.

      * [X] One
        > Yes.
      * [ ] Two

      > **Hint:** h

      > **Why:** w

      ```quiz
      points: 3
      ```
      """)
    #expect(before.map(\.version) == after.map(\.version))
    #expect(before.map(\.key) == after.map(\.key))
    #expect(before.first?.version.count == 16)
  }

  @Test(
    arguments: [
      "### Choose all: a\n\nPrompt.\n\n- [x] One\n- [ ] Two\n",
      "### Choose one: a\n\nOther.\n\n- [x] One\n- [ ] Two\n",
      "### Choose one: a\n\nPrompt.\n\n- [x] One\n- [ ] Three\n",
      "### Choose one: a\n\nPrompt.\n\n- [ ] One\n- [x] Two\n",
    ])
  func changesTheVersionWithKindPromptChoicesAndKey(_ other: String) {
    let question = "### Choose one: a\n\nPrompt.\n\n- [x] One\n- [ ] Two\n"
    #expect(facts(question).map(\.version) != facts(other).map(\.version))
  }

  @Test(
    arguments: [
      (
        "### Choose all: a\n\n- [x] One\n- [x] Two\n- [ ] No\n",
        "### Choose all: a\n\n- [ ] No\n- [x] Two\n- [x] One\n"
      ),
      ("### True or false: a\n\n- [x] One\n- [ ] Two\n", "### True or false: a\n\n- [ ] Two\n- [x] One\n"),
      ("### Sort: a\n\n- A\n  - x\n  - y\n- B\n  - z\n", "### Sort: a\n\n- B\n  - z\n- A\n  - y\n  - x\n"),
      (
        "### Match: a\n\n| l | r |\n|---|---|\n| 1 | one |\n| 2 | two |\n",
        "### Match: a\n\n| l | r |\n|---|---|\n| 2 | two |\n| 1 | one |\n"
      ),
      ("### Fill in: a\n\nThe **sky | heaven**.\n", "### Fill in: a\n\nThe **heaven | sky**.\n"),
      ("### Answer: a\n\n- one\n- 1\n- ~~two~~\n", "### Answer: a\n\n- 1\n- ~~two~~\n- one\n"),
      ("### Number: a\n\n- 1\n- 5\n- ~~2~~\n", "### Number: a\n\n- ~~2~~\n- 5\n- 1\n"),
      ("### Cards: a\n\n- One?\n  > 1\n- Two?\n  > 2\n", "### Cards: b\n\n- Two?\n  > 2\n- One?\n  > 1\n"),
    ])
  func keepsTheKeyWhenOnlyTheOrderInTheFileChanges(_ one: String, _ other: String) {
    #expect(facts(one).first?.key != nil)
    #expect(facts(one).map(\.key) == facts(other).map(\.key))
  }

  @Test(
    arguments: [
      (
        "### Match: a\n\n| l | r |\n|---|---|\n| 1 | one |\n| 2 | two |\n",
        "### Match: a\n\n| l | r |\n|---|---|\n| 1 | two |\n| 2 | one |\n"
      ),
      ("### Order: a\n\n1. One\n2. Two\n3. Three\n", "### Order: a\n\n1. Two\n2. One\n3. Three\n"),
      ("### Fill in: a\n\nThe **sky** is **blue**.\n", "### Fill in: a\n\nThe **blue** is **sky**.\n"),
      ("### Number: a\n\n- 5\n", "### Number: a\n\n- 5 ± 1\n"),
      ("### Cards: a\n\n- One?\n  > 1\n- Two?\n  > 2\n", "### Cards: a\n\n- One?\n  > 2\n- Two?\n  > 1\n"),
      ("### Explain: a\n\n> **Model answer:** x\n", "### Explain: a\n\n> **Model answer:** y\n"),
    ])
  func changesTheKeyWithWhatIsRight(_ one: String, _ other: String) {
    #expect(facts(one).first?.key != nil)
    #expect(facts(one).map(\.key) != facts(other).map(\.key))
  }

  @Test func tellsNothingOfAKeyThatThePageOmits() {
    let versions = ["- [x] One\n- [ ] Two\n", "- [ ] One\n- [x] Two\n"].map {
      facts("```quiz\nanswers: omit\n```\n\n### Choose one: a\n\n\($0)").map(\.version)
    }
    #expect(versions[0] == versions[1])
    let orders = ["1. a\n2. b\n3. c\n", "1. c\n2. a\n3. b\n"].map {
      facts("```quiz\nanswers: omit\n```\n\n### Order: a\n\n\($0)").map(\.version)
    }
    #expect(orders[0] == orders[1])
    #expect(facts("### Order: a\n\n1. a\n2. b\n3. c\n") != facts("### Order: a\n\n1. c\n2. a\n3. b\n"))
  }

  @Test func keepsTheIDOfACardWhenItsBackChanges() {
    let first = cards("### Cards: a\n\n- What turns?\n  > A wheel\n")
    #expect(first == cards("### Cards: a\n\n- what  turns\n  > Something else\n"))
    #expect(first != cards("### Cards: a\n\n- What rolls?\n  > A wheel\n"))
    #expect(first != cards("### Cards: b\n\n- What turns?\n  > A wheel\n"))
  }

  @Test func makesACardOfEachGapAndOfEachDirection() {
    let gaps = cards("### Cards: a\n\n- The **wheel** is **round**.\n")
    #expect(Set(gaps).count == 2)
    let both = cards("### Cards: a\n\n- Wheel\n  > Rad\n\n```quiz\nboth-ways: yes\n```\n")
    #expect(both.count == 2)
    #expect(both[1] == both[0] + "#reverse")
  }

  // The values are those of the published algorithms, so that progress survives new versions of Waymark.
  @Test func shufflesTheSameEverywhere() {
    var shuffle = SeededShuffle(seed: "a-lesson/practice#a")
    #expect(shuffle.order(of: 8) == [6, 0, 5, 2, 1, 4, 3, 7])
    for seed in 0..<50 {
      var shuffle = SeededShuffle(seed: String(seed))
      #expect(shuffle.changedOrder(of: 3) != [0, 1, 2])
      #expect(shuffle.order(of: 5).sorted() == [0, 1, 2, 3, 4])
    }
  }
}
