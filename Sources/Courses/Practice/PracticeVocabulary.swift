/// The words of the practice dialect: those of the page's language, and the English ones always.
package struct PracticeVocabulary: Sendable {
  private let tables: [Table]

  /// - Parameter language: the language of the page as a BCP 47 tag; only its first part counts.
  package init(language: String) {
    let primary = language.prefix { $0 != "-" }.lowercased()
    tables = (Self.translations[primary].map { [$0] } ?? []) + [Self.english]
  }

  /// The kind that some words name, whatever their case.
  func kind(named words: String) -> QuestionKind? {
    let words = words.lowercased()
    for table in tables {
      if let kind = table.kindsByWords[words] { return kind }
    }
    return nil
  }

  /// The kind whose words open a text and end there at a word's end, with those words as the text has them.
  func kindOpening(_ text: String) -> (kind: QuestionKind, words: String)? {
    for (kind, words) in tables.flatMap(\.kinds) {
      let opening = text.prefix(words.count)
      guard opening.lowercased() == words.lowercased() else { continue }
      if let next = text.dropFirst(words.count).first, next.isLetter || next.isNumber { continue }
      return (kind, String(opening))
    }
    return nil
  }

  /// The words of a kind in the page's language.
  package func words(for kind: QuestionKind) -> String {
    for table in tables { if let known = table.kinds.first(where: { $0.0 == kind }) { return known.1 } }
    return kind.rawValue
  }

  /// The words of all kinds in the page's language.
  var kindWords: [String] { QuestionKind.allCases.map(words(for:)) }

  /// The words of all kinds in all languages that the page may use.
  var allKindWords: [String] { tables.flatMap { $0.kinds.map(\.1) } }

  /// The label that some words name, whatever their case, without the colon.
  func label(named words: String) -> LabelledQuote.Label? {
    let words = words.lowercased()
    for table in tables {
      if let label = table.labelsByWords[words] { return label }
    }
    return nil
  }

  /// The words of a label in the page's language, without the colon.
  func words(for label: LabelledQuote.Label) -> String {
    tables.lazy.flatMap(\.labels).first { $0.0 == label }?.1 ?? ""
  }

  /// The words of all labels in all languages that the page may use.
  var allLabelWords: [String] { tables.flatMap { $0.labels.map(\.1) } }

  /// Whether a choice speaks of the choices above it.
  func speaksOfTheAbove(_ text: String) -> Bool {
    let text = text.lowercased()
    return tables.contains { $0.above.contains { text.contains($0) } }
  }

  /// Whether a word asks for what is not so. A word in capitals does not count: it cannot be overlooked.
  func negates(_ word: String) -> Bool {
    guard word != word.uppercased() else { return false }
    let word = word.lowercased().replacing("’", with: "'")
    return tables.contains { $0.negations.contains(word) }
  }

  // MARK: Tables

  private struct Table: Sendable {
    let kinds: [(QuestionKind, String)]
    let labels: [(LabelledQuote.Label, String)]
    /// What choices say of those above them, in small letters.
    let above: [String]
    /// Words that ask for what is not so, in small letters.
    let negations: Set<String>
    /// By their words in lower case.
    let kindsByWords: [String: QuestionKind]
    let labelsByWords: [String: LabelledQuote.Label]

    init(
      kinds: [(QuestionKind, String)], labels: [(LabelledQuote.Label, String)], above: [String],
      negations: Set<String>
    ) {
      self.kinds = kinds
      self.labels = labels
      self.above = above
      self.negations = negations
      kindsByWords = Dictionary(uniqueKeysWithValues: kinds.map { ($1.lowercased(), $0) })
      labelsByWords = Dictionary(uniqueKeysWithValues: labels.map { ($1.lowercased(), $0) })
    }
  }

  private static let english = Table(
    kinds: QuestionKind.allCases.map { ($0, $0.rawValue) },
    labels: [(.hint, "Hint"), (.why, "Why"), (.modelAnswer, "Model answer")],
    above: ["of the above", "all the above", "both the above"],
    negations: [
      "not", "except", "never", "cannot", "can't", "isn't", "aren't", "wasn't", "weren't", "doesn't", "don't",
      "didn't", "won't", "wouldn't", "shouldn't", "couldn't",
    ])

  private static let translations: [String: Table] = [
    "de": Table(
      kinds: [
        (.chooseOne, "Eine Antwort"), (.chooseAll, "Mehrere Antworten"), (.trueOrFalse, "Wahr oder falsch"),
        (.sort, "Sortieren"), (.match, "Zuordnen"), (.order, "Reihenfolge"), (.fillIn, "Ausfüllen"),
        (.answer, "Antwort"), (.number, "Zahl"), (.explain, "Erklären"), (.cards, "Karten"),
      ],
      labels: [(.hint, "Hinweis"), (.why, "Warum"), (.modelAnswer, "Musterantwort")],
      above: ["der obigen", "der oben genannten", "die obigen", "die oben genannten"],
      negations: [
        "nicht", "kein", "keine", "keiner", "keines", "keinem", "keinen", "nie", "niemals", "außer",
      ])
  ]
}
