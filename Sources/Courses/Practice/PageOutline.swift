import Diagnostics
import Markdown

extension Rule {
  package static let headingLevel = Rule(
    "practice.heading-level", .error, isFixable: true,
    "The heading of a question is not of level 3, which would make it a section or part of one.")
  package static let headingDeep = Rule(
    "practice.heading-deep", .error,
    "A heading below level 3 stands in a practice page, where it would cut a question in two.")
  package static let hashSpace = Rule(
    "practice.hash-space", .error, isFixable: true,
    "A line was meant as a heading and is text, since no space follows its #.")
  package static let noQuestions = Rule(
    "practice.no-questions", .warning,
    "A practice page has no questions.")
  package static let lessonOptIn = Rule(
    "practice.lesson-opt-in", .warning,
    "A heading of a lesson looks like a question's but is shown as a plain heading.")
  package static let strayQuiz = Rule(
    "practice.stray-quiz", .error,
    "A `quiz` block belongs neither to a question nor to the page, so nothing reads it.")
}

/// A page cut at its headings.
struct PageOutline {
  /// A heading and the blocks under it, up to the next heading.
  struct Section {
    /// The heading.
    let heading: Heading
    /// The blocks, comments and footnote definitions left out.
    var blocks: [Node] = []
    /// The last block under the heading, of whatever kind; the heading where there is none.
    var lastBlock: Node
  }

  /// The blocks between the page's title and the next heading.
  private(set) var introduction: [Node] = []
  /// The sections below the title.
  private(set) var sections: [Section] = []
  /// The headings below level 3 that are part of the section around them.
  private var deepHeadings: [Node] = []
  private var title: Node?
  private var hasNearHeading = false

  /// Cuts a page at its headings.
  ///
  /// - Parameters:
  ///   - root: the document node.
  ///   - headings: the headings of the page, in order.
  ///   - isPractice: whether it is a practice page. There a heading below level 3 cuts nothing, since it is
  ///     reported, and text that was meant as a heading does.
  init(of root: Node, headings: [Heading], isPractice: Bool, in context: inout QuestionContext) {
    var isSilent = false
    var headings = headings[...]
    let headingReader = QuestionHeadingReader(vocabulary: context.vocabulary)
    for node in root.children {
      if node.isHeading {
        // Those inside of other blocks cut nothing.
        headings = headings.drop { $0.node != node }
        guard let heading = headings.popFirst() else { continue }
        if isPractice, heading.level > 3, !sections.isEmpty, !headingReader.namesKind(node) {
          deepHeadings.append(node)
          sections[sections.count - 1].lastBlock = node
          continue
        }
        isSilent = false
        if heading.level == 1, title == nil, sections.isEmpty {
          title = node
        } else {
          sections.append(Section(heading: heading, lastBlock: node))
        }
      } else if !isSilent, !node.isFootnoteDefinition {
        if isPractice, Self.reportHashes(in: node, isFirst: node.previous == nil, &context) {
          hasNearHeading = true
          isSilent = node.isParagraph
          continue
        }
        add(node)
      }
    }
  }

  private mutating func add(_ block: Node) {
    if sections.isEmpty {
      introduction.append(block)
    } else {
      sections[sections.count - 1].lastBlock = block
      if !block.isComment { sections[sections.count - 1].blocks.append(block) }
    }
  }

  // MARK: Practice pages

  /// Whether a section of a practice page is a question, well made or not.
  func isQuestion(_ section: Section, _ vocabulary: PracticeVocabulary) -> Bool {
    section.heading.level == 3
      || (section.heading.level != 1
        && QuestionHeadingReader(vocabulary: vocabulary).namesKind(section.heading.node))
  }

  /// Reports headings of the wrong level, and a page without questions.
  func reportHeadings(in context: inout QuestionContext) {
    let vocabulary = context.vocabulary
    for node in deepHeadings { Self.reportDeep(node, in: &context) }
    for section in sections where section.heading.level != 3 {
      if isQuestion(section, vocabulary) {
        context.report(
          .headingLevel, at: context.firstLine(of: section.heading.node),
          "a question heading is level 3; this one is level \(section.heading.level)",
          help: "start it with ###", fixIt: Self.hashes("###", over: section.heading.node, in: context))
      } else if section.heading.level > 3 {
        Self.reportDeep(section.heading.node, in: &context)
      }
    }
    for section in sections where !isQuestion(section, vocabulary) {
      Self.reportStray(
        section.blocks, in: &context,
        help: "put it under a question's heading, or under the page's title for the whole page")
    }
    if !hasNearHeading, !sections.contains(where: { isQuestion($0, vocabulary) }) {
      context.report(
        .noQuestions, at: title.map(context.firstLine(of:)) ?? context.source.span(0..<0),
        "this practice page has no questions",
        help: "open each question with a heading such as `### \(vocabulary.words(for: .chooseOne)): …`")
    }
  }

  /// Reports blocks of settings that nothing reads.
  static func reportStray(
    _ blocks: some Sequence<Node>, in context: inout QuestionContext, help: @autoclosure () -> String
  ) {
    for block in blocks where SettingsReader.isSettings(block) {
      context.report(
        .strayQuiz, at: context.firstLine(of: block), "this quiz block belongs to no question", help: help())
    }
  }

  /// Writes other hashes in the place of those of a heading; nil for one that is underlined.
  private static func hashes(_ hashes: String, over heading: Node, in context: QuestionContext) -> FixIt? {
    let span = context.firstLine(of: heading)
    let old = context.source.text(in: span.range).prefix { $0 == "#" }
    return context.writing(hashes, overOpening: String(old), of: span)
  }

  private static func reportDeep(_ heading: Node, in context: inout QuestionContext) {
    context.report(
      .headingDeep, at: context.firstLine(of: heading),
      "headings below level 3 are not used in a practice page",
      help: "write it as a paragraph, or make it a section with ##")
  }

  /// Reports lines of paragraphs that begin with # and were meant as headings.
  ///
  /// One # is common in text, so it counts in the page's first block and before a kind only.
  ///
  /// - Returns: whether there were any.
  private static func reportHashes(
    in block: Node, isFirst: Bool, _ context: inout QuestionContext
  ) -> Bool {
    var found = false
    var walk = Walk(block)
    while let event = walk.next() {
      guard case .enter(let text) = event, text.isText,
        text.withLiteral({ $0.first == UInt8(ascii: "#") }), text.parent?.isParagraph == true,
        text.previous?.isSoftBreak ?? true
      else { continue }
      let hashes = text.literal.prefix { $0 == "#" }.count
      let rest = text.literal.dropFirst(hashes)
      guard (1...6).contains(hashes), let next = rest.first, !next.isWhitespace else { continue }
      let isKind = context.vocabulary.kindOpening(String(rest)) != nil && rest.contains { ":：".contains($0) }
      guard hashes > 1 || isFirst || isKind else { continue }
      let place = context.source.span(ofLine: context.line(of: text))
      guard let start = context.source.bytes[place.range].firstIndex(of: UInt8(ascii: "#")) else { continue }
      context.report(
        .hashSpace, at: context.source.span(start..<max(start, place.range.upperBound)),
        "this is not a heading", help: "put a space after the #",
        fixIt: block.isParagraph && (isKind || hashes < 3)
          ? context.writing(
            "\(isKind ? "###" : String(repeating: "#", count: hashes)) ",
            overOpening: String(repeating: "#", count: hashes), of: context.source.span(start..<start))
          : nil)
      found = true
    }
    return found
  }
}

extension PageOutline.Section {
  /// Warns of a heading that names a kind above answers of the kind's shape, on a page where that is
  /// no question.
  func reportOptIn(of kind: QuestionKind, in context: inout QuestionContext) {
    guard looksLikeQuestion(of: kind, context.vocabulary) else { return }
    context.report(
      .lessonOptIn, at: context.firstLine(of: heading.node), "this looks like a question",
      help: "add an empty `quiz` block under the heading, or reword it")
  }

  /// Whether there are answers of a kind's shape under the heading.
  func looksLikeQuestion(of kind: QuestionKind, _ vocabulary: PracticeVocabulary) -> Bool {
    switch kind {
    case .fillIn: BlankReader.strongNodes(in: blocks).contains { $0.plainText.contains("|") }
    case .explain:
      blocks.contains { block in
        guard block.isBlockQuote,
          case .labelled(let quote) = LabelReader(vocabulary: vocabulary).finding(in: block)
        else { return false }
        return quote.label == .modelAnswer
      }
    default: blocks.contains(where: kind.reader.shape.fits)
    }
  }
}

extension QuestionHeadingReader {
  /// Whether a heading names a kind and has the colon after it.
  func namesKind(_ heading: Node) -> Bool {
    question(in: heading) != nil
  }
}
