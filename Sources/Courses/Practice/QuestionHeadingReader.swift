import Diagnostics
import Markdown

extension Rule {
  package static let noKind = Rule(
    "practice.no-kind", .error,
    "A level-3 heading of a practice page names no kind of question, so nothing tells what is asked.")
  package static let unknownKind = Rule(
    "practice.unknown-kind", .error, isFixable: true,
    "A heading names a kind of question that does not exist, probably a misspelt one.")
  package static let noColon = Rule(
    "practice.no-colon", .error, isFixable: true,
    "A kind has no colon after it, so where the question's title begins cannot be told.")
  package static let noTitle = Rule(
    "practice.no-title", .error,
    "A question has no title, so lists and links have no name for it.")
}

/// Reads the kind and the title from the heading of a question.
struct QuestionHeadingReader {
  /// What a heading says of its question.
  enum Finding {
    /// A kind, a colon and a title, which may be empty.
    case question(QuestionKind, QuestionTitle)
    /// The words of a kind, but no colon after them.
    case missesColon(QuestionKind, QuestionTitle)
    /// Words that are near those of a kind.
    case misspelt(words: String, suggestion: String)
    /// No kind.
    case plain
  }

  let vocabulary: PracticeVocabulary

  /// The kind and the title of a heading that names a kind and has the colon after it; nil for others.
  func question(in heading: Node) -> (kind: QuestionKind, title: QuestionTitle)? {
    guard mayOpenWithColon(heading) else { return nil }
    let texts = Array(heading.children.prefix(while: \.isText))
    let opening = texts.map(\.literal).joined()
    guard let colon = firstColon(in: opening) else { return nil }
    let trimmed = opening[..<colon].trimmed
    guard let kind = vocabulary.kind(named: trimmed) else { return nil }
    let skipped = opening.utf8.distance(from: opening.startIndex, to: opening.index(after: colon))
    return (kind, title(of: heading, texts: texts, skipping: skipped, kindWords: trimmed))
  }

  private func firstColon(in text: String) -> String.Index? {
    // Where there is only ASCII so far, and behind it, bytes are characters and sooner looked at.
    let bytes = text.utf8
    if let index = bytes.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 >= 0x80 }), bytes[index] < 0x80,
      bytes[bytes.index(after: index)...].first ?? 0 < 0x80
    {
      return index
    }
    return text.firstIndex(where: isColon)
  }

  /// Whether the text before any markup may hold a colon. That of most headings does not, and bytes tell it sooner
  /// than characters.
  private func mayOpenWithColon(_ heading: Node) -> Bool {
    for text in heading.children {
      guard text.isText else { return false }
      if text.withLiteral({ $0.contains { $0 == UInt8(ascii: ":") || $0 >= 0x80 } }) { return true }
    }
    return false
  }

  /// Tells what a heading says.
  func finding(in heading: Node) -> Finding {
    if let (kind, title) = question(in: heading) { return .question(kind, title) }
    let texts = Array(heading.children.prefix(while: \.isText))
    let opening = texts.map(\.literal).joined()
    let trimmed = opening.prefix { !isColon($0) }.trimmed
    if let (kind, kindWords) = vocabulary.kindOpening(String(opening.drop(while: \.isWhitespace))) {
      let rest = String(opening.drop(while: \.isWhitespace).dropFirst(kindWords.count)).trimmed
      let following = Array(heading.children.dropFirst(texts.count))
      let text = (rest + following.map(\.plainText).joined()).trimmed
      return .missesColon(
        kind, QuestionTitle(kindWords: kindWords, firstText: rest, rest: following, text: text))
    }
    if let suggestion = nearest(to: trimmed, among: vocabulary.allKindWords) {
      return .misspelt(words: trimmed, suggestion: suggestion)
    }
    return .plain
  }

  /// Tells what a heading says and reports what is wrong with it.
  ///
  /// - Parameter section: the heading with what it stands above.
  /// - Returns: the kind and the title; nil where the heading names no kind.
  func read(
    headingOf section: PageOutline.Section, in context: inout QuestionContext
  ) -> (QuestionKind, QuestionTitle)? {
    let heading = section.heading
    var span: Span { context.firstLine(of: heading.node) }
    switch finding(in: heading.node) {
    case .question(let kind, let title):
      if title.text.isEmpty {
        context.report(
          .noTitle, at: span, "“\(title.kindWords):” has no title after it",
          help: "give the question a title: `### \(title.kindWords): …`")
      }
      return (kind, title)
    case .missesColon(let kind, let title):
      context.report(
        .noColon, at: span, "“\(title.kindWords)” has no colon after it",
        help: "put a colon after “\(title.kindWords)”: `### \(title.kindWords): …`",
        // “Order matters” may be meant as any heading; above steps it is meant as a question.
        fixIt: section.looksLikeQuestion(of: kind, vocabulary)
          ? colon(after: title.kindWords, in: heading.node, context) : nil)
      return (kind, title)
    case .misspelt(let words, let suggestion):
      context.report(
        .unknownKind, at: span, "unknown question kind “\(words)”",
        help: "did you mean “\(suggestion)”? The kinds are: \(vocabulary.kindWords.joined(separator: ", "))",
        fixIt: kind(for: words, in: heading.node, context))
    case .plain:
      context.report(
        .noKind, at: span, "this level-\(heading.level) heading has no question kind",
        help: "start it with one of: \(vocabulary.kindWords.joined(separator: ", ")); "
          + "or use level 2 for a section")
    }
    return nil
  }

  /// Writes the only kind that some words can mean, where a colon and a title follow them.
  private func kind(for words: String, in heading: Node, _ context: QuestionContext) -> FixIt? {
    guard let kind = onlyNear(to: words, among: Set(vocabulary.allKindWords)) else { return nil }
    let span = context.document.spanOfText(of: heading)
    let rest = context.source.text(in: span.range).dropFirst(words.count).drop(while: \.isWhitespace)
    guard let colon = rest.first, isColon(colon), !rest.dropFirst().trimmed.isEmpty else { return nil }
    return context.writing(kind, overOpening: words, of: span)
  }

  /// Puts a colon after the words of a kind, in the place of another sign that parts them from a title.
  private func colon(after words: String, in heading: Node, _ context: QuestionContext) -> FixIt? {
    let span = context.document.spanOfText(of: heading)
    let text = context.source.text(in: span.range)
    guard text.hasPrefix(words), !text.contains(where: isColon) else { return nil }
    let rest = text.dropFirst(words.count)
    let sign = rest.prefix(while: \.isWhitespace) + rest.drop(while: \.isWhitespace).prefix(1)
    let isSign = sign.last.map { "-–—.,;".contains($0) } ?? false
    let title = isSign ? rest.dropFirst(sign.count) : rest
    guard title.first?.isWhitespace == true, !title.trimmed.isEmpty else { return nil }
    return context.writing("\(words):", overOpening: isSign ? words + sign : words, of: span)
  }

  private func isColon(_ character: Character) -> Bool { character == ":" || character == "：" }

  /// - Parameter size: how many bytes of the texts stand before the title, the colon included.
  private func title(of heading: Node, texts: [Node], skipping size: Int, kindWords: String) -> QuestionTitle
  {
    var skipped = size
    for (index, text) in texts.enumerated() {
      let literal = text.literal
      guard skipped <= literal.utf8.count else {
        skipped -= literal.utf8.count
        continue
      }
      let rest = Array(heading.children.dropFirst(index + 1))
      var first = Substring(literal.utf8.dropFirst(skipped)).drop(while: \.isWhitespace)
      if rest.isEmpty { while first.last?.isWhitespace == true { first.removeLast() } }
      let whole = (String(first) + rest.map(\.plainText).joined()).trimmed
      return QuestionTitle(kindWords: kindWords, firstText: String(first), rest: rest, text: whole)
    }
    return QuestionTitle(kindWords: kindWords, firstText: "", rest: [], text: "")
  }
}

extension StringProtocol {
  /// Whether there is nothing but white space.
  var isWhiteSpace: Bool {
    // Most texts begin with a letter, and bytes tell it sooner than characters.
    if let first = utf8.first, (0x21..<0x7F).contains(first) { return false }
    return allSatisfy(\.isWhitespace)
  }

  /// Without white space at both ends.
  var trimmed: String {
    // Most texts are trimmed, and scalars tell it sooner than characters.
    let seen = Unicode.Scalar(0x21)..<Unicode.Scalar(0x7F)
    if let first = unicodeScalars.first, let last = unicodeScalars.last, seen.contains(first),
      seen.contains(last)
    {
      return String(self)
    }
    var part = self[...]
    while part.first?.isWhitespace == true { part.removeFirst() }
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
  }
}
