import Courses
import Diagnostics
import Foundation
import Testing

@Suite struct QuestionReaderTests {
  private let choice = "- [x] One\n- [ ] Two\n  > It is not.\n"

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

  // MARK: Headings

  @Test(arguments: ["### Choose one: a part", "### choose ONE： a part", "### Choose one : a part"])
  func readsTheKindWhateverItsCaseAndColon(_ heading: String) {
    let page = PracticePage("# P\n\n\(heading)\n\n\(choice)")
    #expect(page.findings == [])
    page.read { reading in
      #expect(reading.questions.map(\.kind) == [.chooseOne])
      #expect(reading.questions.map(\.title.text) == ["a part"])
      #expect(reading.questions.map(\.id) == ["a-part"])
    }
  }

  @Test(arguments: [
    ("Choose one: a: b", "a: b"), ("Choose one: é: b", "é: b"), ("Choose one:é: b", "é: b"),
    ("Choose one： a: b", "a: b"), ("Choose one：é", "é"), ("Eine Antwort:Ä：b", "Ä：b"),
    ("Ärger: a", nil), ("Choose one&#58; a: b", "a: b"), ("*Choose one*: a", nil),
    // With a mark on it, it is another character.
    ("Choose one:\u{338} a", ":\u{338} a"), ("Choose one:\u{338}: a", ":\u{338}: a"),
  ]) func beginsTheTitleBehindTheFirstColon(_ heading: String, _ title: String?) {
    let page = PracticePage("# P\n\n### \(heading)\n\n\(choice)", language: "de")
    let titles = page.read { $0.questions.filter { !$0.title.text.isEmpty }.map(\.title.text) }
    #expect(titles == [title].compactMap(\.self))
  }

  @Test func readsTheWordsOfThePagesLanguageAndEnglish() {
    let page = PracticePage(
      "# P\n\n### Eine Antwort: Räder\n\n\(choice)\n> **Warum:** Darum.\n\n### Sort: x\n\n- A\n  - a\n- B\n  - b\n",
      language: "de-AT")
    #expect(page.findings == [])
    #expect(page.read { $0.questions.map(\.kind) } == [.chooseOne, .sort])
    #expect(page.read { $0.questions.map(\.id) } == ["räder", "x"])
    #expect(PracticePage("# P\n\n### Eine Antwort: x\n\n\(choice)").findings == ["3:1 practice.no-kind"])
  }

  @Test func keepsTheMarkupOfTitles() {
    PracticePage("# P\n\n### Sort: a & *b* `c`\n\n- A\n  - a\n- B\n  - b\n").read { reading in
      #expect(reading.questions.map(\.title.text) == ["a & b c"])
      #expect(reading.questions.map(\.title.firstText) == ["a & "])
      #expect(reading.questions.map(\.title.kindWords) == ["Sort"])
    }
  }

  // MARK: Lessons

  @Test func takesAHeadingOfALessonForAQuestionOnlyWithAQuizBlock() {
    let question = "## Choose one: a part\n\n```quiz\n```\n\nWhich?\n\n\(choice)"
    let lesson = PracticePage("# L\n\n\(question)\n## Order: why it matters\n\nText.\n", kind: .lesson)
    #expect(lesson.findings == [])
    #expect(lesson.read { $0.questions.map(\.id) } == ["a-part"])
    let references = PracticePage("# L\n\n\(question)", kind: .references)
    #expect(references.read { $0.questions.isEmpty && $0.diagnostics.isEmpty })
  }

  @Test func readsThePromptBelowTheQuizBlockOfAFillIn() {
    let page = PracticePage("# L\n\n### Fill in: it\n\n```quiz\n```\n\nA **wheel** turns.\n", kind: .lesson)
    #expect(page.findings == [])
    #expect(page.read { $0.questions.map(\.prompt.count) } == [1])
  }

  // MARK: Mistakes

  @Test func tellsOfOneMistakeOnce() {
    let misnamed = "# P\n\n### Choose one: a\n\n- [x] One\n- [ ] Two\n\n```quizz\nobjective: apply\n```\n"
    #expect(PracticePage(misnamed).findings == ["8:4 practice.fence-name"])
    #expect(PracticePage(misnamed).read { $0.objectives } == ["apply"])
    let unknown = "# P\n\n### Chose one: a\n\n- [ ] One\n\n```quiz\nobjective: apply\npionts: 2\n```\n"
    #expect(PracticePage(unknown).findings == ["3:1 practice.unknown-kind"])
    #expect(PracticePage(unknown).read { $0.objectives } == ["apply"])
    let markedBroken = "# P\n\n### Choose one: a\n\n- [*] One\n- [ ] Two\n\n> **Why:** x\n"
    #expect(PracticePage(markedBroken).findings == ["5:3 practice.bad-box"])
    let untitled = ExampleCourse([
      ("Content/track.yml", "title: A\ndescription: B.\nphases:\n  - title: C\n    lessons: [intro]\n"),
      ("Content/intro/overview.md", "---\ndescription: D.\n---\n# Intro\n"),
      ("Content/intro/practice.md", "#Practice\n\n### Choose one: a\n\n\(choice)"),
    ])
    #expect(untitled.diagnostics.map(\.rule.id) == ["practice.hash-space"])
    let glued = "# P\n\n### Match: a\n\nText\n| a | b |\n|---|---|\n| c |\n"
    #expect(PracticePage(glued).findings == ["6:1 practice.table-glued"])
  }

  @Test(arguments: [("-", "two spaces"), ("1.", "three spaces"), ("10.", "four spaces")])
  func namesTheIndentThatTheItemNeeds(_ marker: String, _ indent: String) throws {
    let page = PracticePage(
      "# P\n\n### Choose all: a\n\n\(marker) [x] One\n        > lost\n\(marker) [ ] Two\n")
    let diagnostic = try #require(page.diagnostics.first)
    #expect(diagnostic.rule == .feedbackSwallowed)
    #expect(diagnostic.help == "indent it by \(indent)")
  }

  @Test func refusesAnswersThatWouldFillThePage() {
    let steps = (1...1000).map { "\($0). Step \($0)\n" }.joined()
    let page = PracticePage("# P\n\n### Order: a\n\n\(steps)\n### Order: b\n\n1. a\n2. b\n3. c\n")
    #expect(page.findings == ["3:1 practice.too-many-answers"])
    #expect(page.read { $0.questions.map(\.id) } == ["b"])
  }

  // MARK: Settings

  @Test func addsTheSettingsOfThePageToThoseOfTheQuestion() {
    let page = PracticePage(
      """
      # P

      ```quiz
      confidence: ask
      shuffle: no
      answers: omit
      ```

      ### Choose one: a

      \(choice)
      ```quiz
      id: its-name
      shuffle: yes
      points: 2.5
      tags: one, two words
      objective: name, apply
      ```
      """)
    #expect(page.findings == [])
    page.read { reading in
      #expect(reading.omitsAnswers)
      #expect(reading.facts.map(\.key) == [nil])
      #expect(reading.questions.map(\.id) == ["its-name"])
      #expect(reading.questions.map(\.settings.asksConfidence) == [true])
      #expect(reading.questions.map(\.settings.isShuffled) == [true])
      #expect(reading.questions.map(\.settings.points) == ["2.5"])
      #expect(reading.questions.map(\.settings.tags) == [["one", "two words"]])
      #expect(reading.questions.map(\.settings.objectives) == [["name-parts", "apply"]])
    }
  }

  @Test func takesAPrefixForAnObjectiveOnlyIfItIsUnique() {
    let page = PracticePage(
      "# P\n\n### Choose one: a\n\n\(choice)\n```quiz\nobjective: one, two-a\n```\n",
      objectives: ["one-a", "one-b", "two-a", "two-a-b"])
    #expect(page.findings == ["10:12 practice.unknown-objective"])
    #expect(page.read { $0.objectives } == ["two-a"])
  }

  @Test func reportsSettingsThatNothingReads() {
    let page = PracticePage(
      "# Lesson\n\n```quiz\n```\n\n## A part\n\nText.\n\n```quiz\n```\n\n"
        + "## Choose one: a part\n\n```quiz\n```\n\n- [x] One\n- [ ] Two\n\n> **Why:** So.\n",
      kind: .lesson)
    #expect(page.diagnostics.map(\.rule) == [.strayQuiz, .strayQuiz])
    for place in ["lesson.md:3:1", "lesson.md:10:1"] { #expect(page.printedDiagnostics.contains(place)) }
  }
}
