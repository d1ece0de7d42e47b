import Courses
import HTML

/// The interface's own words in one language.
package struct Words: Sendable {
  /// The language as a BCP 47 tag.
  package let language: String
  /// In the order of ``Phrase``.
  private let phrases: [String]
  /// The same with their gaps.
  private let forms: [Forms]
  /// What the script says, by the keys that it uses; `{name}` is a gap that it fills.
  let script: [(key: String, text: String)]
  /// The same as an object of JSON.
  let scriptObject: HTMLWriter

  private init(
    language: String, phrases: [Phrase: String], script: KeyValuePairs<String, String>
  ) {
    self.language = language
    self.phrases = Phrase.allCases.map { phrases[$0] ?? "" }
    forms = self.phrases.map(Forms.init)
    self.script = script.map { (key: $0, text: $1) }
    var object = HTMLWriter(capacity: 4096)
    object.markup("{")
    for (index, (key, text)) in script.enumerated() {
      if index > 0 { object.markup(",") }
      object.jsonString(key)
      object.markup(":")
      object.jsonString(text)
    }
    object.markup("}")
    scriptObject = object
  }

  /// The words for a page in a language; English where there is no table for it yet.
  ///
  /// - Parameter language: a BCP 47 tag.
  package static func of(language: String) -> Words {
    tables[language.split(separator: "-").first.map { $0.lowercased() } ?? ""] ?? english
  }

  /// A phrase without gaps.
  package subscript(_ phrase: Phrase) -> String {
    phrases[phrase.rawValue]
  }

  /// A phrase with its gaps `{0}`, `{1}`, … filled, and in the number of the first value where it has
  /// forms for one and for many, `one|many`.
  package func callAsFunction(_ phrase: Phrase, _ values: any CustomStringConvertible...) -> String {
    forms[phrase.rawValue].form(for: values.first).filled(with: values)
  }

  /// The forms of a phrase for one and for many.
  private struct Forms: Sendable {
    /// Nil where it is the same.
    private let one: Form?
    private let many: Form

    init(of phrase: String) {
      let parts = phrase.split(separator: "|", omittingEmptySubsequences: false)
      one = parts.count > 1 ? Form(of: parts[0]) : nil
      many = Form(of: parts[parts.count - 1])
    }

    func form(for value: (any CustomStringConvertible)?) -> Form {
      if let one, value?.description == "1" { one } else { many }
    }
  }

  /// A text with gaps, cut at them.
  private struct Form: Sendable {
    private let opening: String
    private var gaps: [(value: Int, textAfter: String)] = []

    init(of text: Substring) {
      let parts = text.split(separator: "{", omittingEmptySubsequences: false)
      opening = String(parts[0])
      for part in parts.dropFirst() {
        let number = part.prefix { $0 != "}" }
        if let value = Int(number) { gaps.append((value, String(part.dropFirst(number.count + 1)))) }
      }
    }

    func filled(with values: [any CustomStringConvertible]) -> String {
      var text = opening
      for gap in gaps {
        if values.indices.contains(gap.value) { text += values[gap.value].description }
        text += gap.textAfter
      }
      return text
    }
  }

  private static let tables: [String: Words] = ["en": english]

  /// The words in English.
  package static let english = Words(
    language: "en",
    phrases: [
      .skip: "Skip to the content",
      .dark: "Dark colours",
      .allLessons: "All lessons",
      .promise: "Nothing you do here is sent anywhere.",
      .moved: "Go to its new place",

      .trackNumber: "Track {0}",
      .lessonCount: "{0} lesson|{0} lessons",
      .track: "Lessons of this phase",
      .inPreparation: "in preparation",
      .draft: "Draft",
      .place: "Lesson {0} of {1} · {2}",
      .pageDescription: "{0}: {1}",
      .lessonName: "Lesson {0}: {1}",

      .onThisPage: "On this page",
      .linkToSection: "Link to section: {0}",
      .pager: "Previous and next page",
      .previous: "Previous",
      .next: "Next",
      .markdownCopy: "This page as Markdown",

      .overviewName: "Overview",
      .lessonPageName: "Lesson",
      .cheatsheetName: "Cheatsheet",
      .practiceName: "Practice",
      .referencesName: "References",

      .reading: "Reading",
      .practice: "Practice",
      .difficulty: "Difficulty",
      .comesAfter: "Comes after",
      .minutes: "{0} minute|{0} minutes",
      .shortMinutes: "{0} min",
      .aboutHours: "about {0} hour|about {0} hours",
      .introductory: "Introductory",
      .standard: "Standard",
      .advanced: "Advanced",

      .objectives: "What you will be able to do",
      .holds: "What the practice holds",
      .toThePractice: "To the practice",
      .cards: "card|cards",

      .table: "Table {0}: {1}",
      .done: "Done",
      .notDone: "Not done",
      .note: "Note",
      .tip: "Tip",
      .important: "Important",
      .warning: "Warning",
      .caution: "Caution",
      .footnote: "Footnote {0}",
      .footnotes: "Footnotes",
      .answerFootnotes: "Footnotes of the answers",
      .backToFootnote: "Back to footnote {0} in the text",
      .backToFootnoteAgain: "Back to footnote {0} in the text, {1}",

      .question: "Question {0} of {1}",
      .right: "Right",
      .wrong: "Not this one",
      .checkAnswer: "Check your answer",
      .compareAnswer: "Compare with a model answer",
      .hint: "Hint",
      .hintOf: "Hint {0} of {1}",
      .isTrue: "True",
      .isFalse: "False",
      .choosePlaceholder: "Choose…",
      .placePlaceholder: "Place…",
      .unit: "Unit",
      .unitPlaceholder: "Unit…",
      .blankBefore: "Blank ",
      .blankAfter: " of {0}",
      .yourAnswer: "Your answer",
      .yourNumber: "Your number",
      .numberForm: "Digits, with a point or a comma for decimals.",
      .pointsMade: "Which of these points did you make?",
      .rating: "How much of it did you have?",
      .missedIt: "Missed it",
      .partly: "Partly",
      .nearly: "Nearly",
      .allOfIt: "All of it",
      .or: " or ",
      .answers: "Answers",

      .sure: "How sure are you?",
      .guess: "Guess",
      .fairly: "Fairly",
      .certain: "Certain",
      .check: "Check",
      .retry: "Retry",
      .reviewLater: "Review later",

      .notFoundTitle: "There is no page here",
      .notFoundText: "The address may be mistyped, or the page may have moved.",
      .notFoundLink: "All lessons of the track",
      .movedTitle: "This page has moved",

      .yourProgress: "Your progress",
      .review: "Review",
      .reviewDescription: "The flashcards of the track that are due today.",
      .reviewNeedsScript:
        "Reviews are scheduled by a script, and this browser runs none. The cards can be read in their lessons.",
      .cardsByLesson: "Cards by lesson",
      .deckName: "{0}: {1}",
      .cardCount: "{0} card|{0} cards",
    ],
    script: englishScript)
}

/// Something that the interface says.
package enum Phrase: Int, CaseIterable, Sendable {
  case skip, dark, allLessons, promise, moved, track

  case trackNumber, lessonCount, inPreparation, draft, place, pageDescription, lessonName
  case onThisPage, linkToSection, pager, previous, next, markdownCopy
  case overviewName, lessonPageName, cheatsheetName, practiceName, referencesName
  case reading, practice, difficulty, comesAfter, minutes, shortMinutes, aboutHours
  case introductory, standard, advanced
  case objectives, holds, toThePractice, cards
  case table, done, notDone, note, tip, important, warning, caution
  case footnote, footnotes, answerFootnotes, backToFootnote, backToFootnoteAgain
  case question, right, wrong, checkAnswer, compareAnswer, hint, hintOf, isTrue, isFalse
  case choosePlaceholder, placePlaceholder, unit, unitPlaceholder, blankBefore, blankAfter
  case yourAnswer, yourNumber, numberForm, pointsMade, rating, missedIt, partly, nearly, allOfIt
  case or, answers
  case sure, guess, fairly, certain, check, retry, reviewLater
  case notFoundTitle, notFoundText, notFoundLink, movedTitle
  case yourProgress, review, reviewDescription, reviewNeedsScript, cardsByLesson, deckName, cardCount
}

extension Words {
  /// The name of a kind of page.
  func name(of kind: PageKind) -> String {
    switch kind {
    case .overview: self[.overviewName]
    case .lesson: self[.lessonPageName]
    case .cheatsheet: self[.cheatsheetName]
    case .practice: self[.practiceName]
    case .references: self[.referencesName]
    }
  }

  /// The name of a kind of question, as authors write it.
  func name(of kind: QuestionKind) -> String {
    PracticeVocabulary(language: language).words(for: kind)
  }

  /// The name of a difficulty.
  func name(of difficulty: Difficulty) -> String {
    switch difficulty {
    case .introductory: self[.introductory]
    case .standard: self[.standard]
    case .advanced: self[.advanced]
    }
  }

  /// A long time in rounded words: minutes up to an hour and a half, then whole hours.
  func duration(minutes: Int) -> String {
    minutes < 90 ? self(.minutes, minutes) : self(.aboutHours, (minutes + 30) / 60)
  }
}
