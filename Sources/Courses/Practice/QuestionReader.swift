import Diagnostics
import Markdown

extension Rule {
  package static let dupID = Rule(
    "practice.dup-id", .error,
    "Two questions of a page have one id, so readers' answers to them could not be told apart.")
}

/// Reads the questions of a page and reports what is wrong with them.
///
/// In a practice page every level-3 heading opens a question. In a lesson or an overview a heading
/// does so where it names a kind and a `quiz` block follows at once. Other pages have no questions.
package struct QuestionReader {
  private let page: PageID
  private let settingsReader: SettingsReader
  private let advises: Bool
  private var context: QuestionContext
  private var reading = QuestionReading()
  private var pageSettings = QuestionSettings()
  private var idPlaces: [String: Node] = [:]
  /// About how many bytes the controls of the questions so far take.
  private var controlSize = 0

  /// Reads a page; to be called inside ``Document/read(_:)``.
  ///
  /// - Parameters:
  ///   - page: which page it is.
  ///   - document: its document.
  ///   - root: the document node.
  ///   - headings: the headings of the page.
  ///   - language: the page's language as a BCP 47 tag.
  ///   - objectives: the objectives of the lesson; nil where the overview cannot tell.
  ///   - advises: whether to advise on the writing of questions.
  package static func read(
    page: PageID, document: Document, root: Node, headings: [Heading], language: String,
    objectives: [Objective]?, advises: Bool = true
  ) -> QuestionReading {
    guard [.practice, .lesson, .overview].contains(page.kind) else { return QuestionReading() }
    var reader = QuestionReader(
      page: page, settingsReader: SettingsReader(objectives: ObjectiveNames(objectives)), advises: advises,
      context: QuestionContext(document: document, vocabulary: PracticeVocabulary(language: language)))
    reader.read(
      PageOutline(of: root, headings: headings, isPractice: page.kind == .practice, in: &reader.context))
    if advises { ItemWritingAdvice.advise(onAll: reader.reading.questions, in: &reader.context) }
    reader.reading.diagnostics = reader.context.diagnostics
    return reader.reading
  }

  private init(page: PageID, settingsReader: SettingsReader, advises: Bool, context: QuestionContext) {
    self.page = page
    self.settingsReader = settingsReader
    self.advises = advises
    self.context = context
  }

  // MARK: The page

  private mutating func read(_ outline: PageOutline) {
    guard page.kind == .practice else {
      reportStray(outline.introduction)
      for section in outline.sections { readOptIn(section) }
      return
    }
    settingsReader.read(
      outline.introduction.filter(SettingsReader.isSettings), of: .page, into: &pageSettings, in: &context)
    for block in outline.introduction where SettingsReader.isNearlySettings(block) {
      SettingsReader.reportFenceName(block, in: &context)
    }
    reading.omitsAnswers = pageSettings.omitsAnswers
    outline.reportHeadings(in: &context)
    for section in outline.sections where outline.isQuestion(section, context.vocabulary) {
      let headingReader = QuestionHeadingReader(vocabulary: context.vocabulary)
      if let (kind, title) = headingReader.read(headingOf: section, in: &context) {
        readQuestion(section, kind: kind, title: title)
      } else {
        noteObjectives(of: section)
      }
    }
  }

  /// Reads a question of a page that is no practice page, if the section is meant as one.
  private mutating func readOptIn(_ section: PageOutline.Section) {
    let headingReader = QuestionHeadingReader(vocabulary: context.vocabulary)
    if let first = section.blocks.first, SettingsReader.isSettings(first) {
      if case .plain = headingReader.finding(in: section.heading.node) { return reportStray(section.blocks) }
      guard let (kind, title) = headingReader.read(headingOf: section, in: &context) else { return }
      readQuestion(section, kind: kind, title: title)
    } else if let (kind, _) = headingReader.question(in: section.heading.node) {
      section.reportOptIn(of: kind, in: &context)
    } else {
      reportStray(section.blocks)
    }
  }

  private mutating func reportStray(_ blocks: [Node]) {
    let vocabulary = context.vocabulary
    PageOutline.reportStray(
      blocks, in: &context,
      help: "put it right under a heading that names the kind of question, such as "
        + "`### \(vocabulary.words(for: .chooseOne)): …`")
  }

  /// Takes note of the objectives of a question whose kind is not known, so that they do not count
  /// as untested too.
  private mutating func noteObjectives(of section: PageOutline.Section) {
    var settings = pageSettings
    var silent = context
    settingsReader.read(
      section.blocks.filter(SettingsReader.isSettings), of: .question(.cards, keepsOrder: false),
      into: &settings, in: &silent)
    reading.add(objectives: settings.objectives)
  }

  // MARK: A question

  private mutating func readQuestion(
    _ section: PageOutline.Section, kind: QuestionKind, title: QuestionTitle
  ) {
    let heading = section.heading
    let mistakes = context.diagnostics.count
    let parts = PartsReader(kind: kind, shape: kind.reader.shape, heading: heading.node)
      .read(section.blocks, in: &context)
    QuestionContentReader.check(section.blocks, answers: parts.answers, in: &context)
    let quotes = LabelReader(vocabulary: context.vocabulary).sorted(parts.quotes, of: kind, in: &context)
    var settings = pageSettings
    let isNumbered = parts.answers.first.map { $0.isList && !$0.isBulletList } ?? false
    let blocks = parts.settings.isEmpty ? Array(parts.misnamedSettings.prefix(1)) : parts.settings
    settingsReader.read(
      blocks, of: .question(kind, keepsOrder: isNumbered), into: &settings, in: &context)
    let id = readID(settings.id, title: title, kind: kind, heading: heading)
    let draft = QuestionDraft(
      page: page, heading: heading, id: id, kind: kind, parts: parts, modelAnswer: quotes.modelAnswer,
      settings: settings)
    var interaction = parts.isBroken ? nil : kind.reader.read(draft, in: &context)
    checkSize(&interaction, of: draft)
    let key = pageSettings.omitsAnswers ? nil : interaction.map(key(of:))
    let version = version(of: draft, interaction, key: key)
    reading.add(objectives: settings.objectives)
    reading.facts.append(
      facts(
        of: draft, interaction, at: context.firstLine(of: heading.node).range, version: version, key: key))
    guard let interaction else { return }
    let question = Question(
      page: page, heading: heading, id: id, kind: kind, title: title, prompt: parts.prompt,
      interaction: interaction, hints: quotes.hints, why: quotes.why, settings: settings, version: version,
      lastBlock: section.lastBlock)
    // Advice on a question with mistakes is often about the mistake.
    if advises, context.diagnostics.count == mistakes { ItemWritingAdvice.advise(on: question, in: &context) }
    reading.questions.append(question)
  }

  private mutating func readID(
    _ setting: String?, title: QuestionTitle, kind: QuestionKind, heading: Heading
  ) -> String {
    let slug = GitHubSlug.of(title.text)
    let id = setting ?? (slug.isEmpty ? GitHubSlug.of(kind.rawValue) : slug)
    if let first = idPlaces[id] {
      context.report(
        .dupID, at: context.firstLine(of: heading.node),
        "two questions have the id “\(id)” (first at line \(context.line(of: first)))",
        help: "add `id: …` to the quiz block of one of them",
        notes: [.init("the first is here", at: context.firstLine(of: first))])
    } else {
      idPlaces[id] = heading.node
    }
    return id
  }

  /// Drops answers whose controls would fill the page.
  private mutating func checkSize(_ interaction: inout Interaction?, of draft: QuestionDraft) {
    controlSize += interaction?.controlSize ?? 0
    guard controlSize > Interaction.controlLimit else { return }
    controlSize -= interaction?.controlSize ?? 0
    interaction = nil
    let words = context.vocabulary.words(for: draft.kind)
    context.report(
      .tooManyAnswers, at: context.firstLine(of: draft.heading.node),
      "“\(words)” offers so many answers so often that the page would be larger than "
        + "\(Interaction.controlLimit / 1_000_000) MB", help: "ask about fewer things")
  }

  /// What is right.
  private func key(of interaction: Interaction) -> ContentDigest {
    var key = ContentDigest()
    interaction.keyed.addKey(to: &key)
    return key
  }

  private func version(of draft: QuestionDraft, _ interaction: Interaction?, key: ContentDigest?) -> String {
    var digest = ContentDigest()
    digest.add(draft.kind.rawValue)
    let blanks = if case .fillIn(let text)? = interaction { text.blanks.map(\.node) } else { [] as [Node] }
    digest.add(draft.parts.prompt, hiding: Set(blanks))
    interaction?.keyed.addContent(to: &digest)
    // What Explain and Cards have for a key is explanation: bettering it costs nobody their answer.
    if draft.kind.isScored, let key { digest.add(key) }
    return StableHash(of: digest.bytes).hexadecimal
  }

  private func facts(
    of draft: QuestionDraft, _ interaction: Interaction?, at place: Range<Int>, version: String,
    key: ContentDigest?
  ) -> QuestionFacts {
    var cards = 0
    if case .cards(let deck)? = interaction { cards = deck.cards.count }
    return QuestionFacts(
      heading: place, id: draft.id, kind: draft.kind, objectives: draft.settings.objectives, cards: cards,
      version: version, key: key.map { StableHash(of: $0.bytes).hexadecimal })
  }
}
