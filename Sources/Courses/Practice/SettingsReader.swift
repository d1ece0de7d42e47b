import Diagnostics
import Markdown

extension Rule {
  package static let fenceName = Rule(
    "practice.fence-name", .error, isFixable: true,
    "A code block was probably meant as a `quiz` block, and would be shown to readers.")
  package static let twoQuiz = Rule(
    "practice.two-quiz", .error, isFixable: true,
    "A question has a second `quiz` block, which nothing reads.")
  package static let badSetting = Rule(
    "practice.bad-setting", .error, isFixable: true,
    "A line of a `quiz` block is not a name, a colon and a value.")
  package static let unknownSetting = Rule(
    "practice.unknown-setting", .error, isFixable: true,
    "A setting of a `quiz` block does not exist, so what it says would be lost.")
  package static let dupSetting = Rule(
    "practice.dup-setting", .error, isFixable: true,
    "A setting stands twice in a `quiz` block, and only one of the two could hold.")
  package static let badSettingValue = Rule(
    "practice.bad-value", .error, isFixable: true,
    "A setting of a `quiz` block has a value that it does not take.")
  package static let settingKind = Rule(
    "practice.setting-kind", .error,
    "A setting does not belong to the question's kind, so it would do nothing.")
}

/// Reads `quiz` blocks.
struct SettingsReader {
  /// What a block speaks for.
  enum Owner {
    case page
    /// - keepsOrder: whether the answers are numbered, so that they are never shuffled
    case question(QuestionKind, keepsOrder: Bool)
  }

  /// The lesson's objectives.
  let objectives: ObjectiveNames

  private static let names = [
    "id", "points", "objective", "tags", "shuffle", "partial", "confidence", "both-ways", "answers",
  ]

  // MARK: Telling blocks apart

  /// Whether a node is a `quiz` block.
  static func isSettings(_ node: Node) -> Bool {
    node.isFenced && node.fenceInfo.trimmed == "quiz"
  }

  /// Whether a node is a code block that was probably meant to be a `quiz` block.
  static func isNearlySettings(_ node: Node) -> Bool {
    guard node.isFenced, !isSettings(node) else { return false }
    let info = node.fenceInfo.trimmed.lowercased()
    if info.split(whereSeparator: \.isWhitespace).first == "quiz" { return true }
    return nearest(to: info, among: ["quiz"], within: info.hasPrefix("q") ? 2 : 1) != nil
  }

  /// Reports a code block that was probably meant to be a `quiz` block.
  static func reportFenceName(_ node: Node, in context: inout QuestionContext) {
    let line = context.line(of: node)
    let start = context.source.range(ofLine: line).lowerBound
    let text = context.text(ofLine: line)
    let fence = text.utf8.prefix {
      $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: " ")
    }
    context.report(
      .fenceName, at: context.rest(ofLine: line, from: start + fence.count),
      "“\(node.fenceInfo.trimmed)” looks like a quiz block", help: "write `quiz`",
      fixIt: node.fenceInfo.trimmed.contains(where: \.isWhitespace)
        ? nil : .write("quiz", over: context.rest(ofLine: line, from: start + fence.count)))
  }

  // MARK: Reading

  /// Adds what the blocks of one owner say to settings; all but the first block are reported.
  func read(
    _ blocks: [Node], of owner: Owner, into settings: inout QuestionSettings,
    in context: inout QuestionContext
  ) {
    guard let block = blocks.first else { return }
    for extra in blocks.dropFirst() {
      let subject = if case .page = owner { "a page" } else { "a question" }
      context.report(
        .twoQuiz, at: context.firstLine(of: extra),
        "\(subject) has one quiz block; the first is at line \(context.line(of: block))",
        help: "join the two blocks",
        notes: [.init("the first is here", at: context.firstLine(of: block))],
        fixIt: blocks.count == 2 ? context.joining(extra, to: block) : nil)
    }
    var seen: [String: Placed<String>] = [:]
    let firstLine = context.line(of: block) + 1
    for (index, line) in block.literal.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard !line.trimmed.isEmpty else { continue }
      let place = context.source.span(ofLine: firstLine + index)
      read(line.trimmed, at: place, of: owner, seen: &seen, into: &settings, in: &context)
    }
  }

  private func read(
    _ line: String, at place: Span, of owner: Owner, seen: inout [String: Placed<String>],
    into settings: inout QuestionSettings, in context: inout QuestionContext
  ) {
    let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].trimmed.isEmpty, !parts[1].trimmed.isEmpty else {
      context.report(
        .badSetting, at: place, "this is not a setting", help: "a setting is written `name: value`",
        fixIt: withColon(line).map { .write($0, over: place) })
      return
    }
    let name = parts[0].trimmed.lowercased()
    let nameSpan = context.source.span(
      place.range.lowerBound..<place.range.lowerBound + parts[0].trimmed.utf8.count)
    guard Self.names.contains(name) else {
      let known = "the settings are: \(Self.names.joined(separator: ", "))"
      context.report(
        .unknownSetting, at: nameSpan, "unknown setting “\(parts[0].trimmed)”",
        help: nearest(to: name, among: Self.names).map { "did you mean “\($0)”?" } ?? known,
        fixIt: onlyNear(to: name, among: Self.names).flatMap {
          seen[$0] == nil && misplacement(of: $0, in: owner, context.vocabulary) == nil
            ? .write($0, over: nameSpan) : nil
        })
      return
    }
    if let first = seen[name] {
      context.report(
        .dupSetting, at: nameSpan, "“\(name)” is set twice", help: "keep one of them",
        notes: [.init("the first is here", at: first.span)],
        fixIt: first.value == parts[1].trimmed
          ? context.removing(line: context.source.line(at: place.range.lowerBound)) : nil)
      return
    }
    seen[name] = Placed(parts[1].trimmed, at: nameSpan)
    if let misplaced = misplacement(of: name, in: owner, context.vocabulary) {
      context.report(.settingKind, at: nameSpan, misplaced, help: "remove this line")
      return
    }
    let rest = parts[1].utf8
    let leading = rest.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
    let valueStart = place.range.lowerBound + parts[0].utf8.count + 1 + leading
    let valueSpan = context.source.span(valueStart..<max(valueStart, place.range.upperBound))
    set(name, parts[1].trimmed, at: valueSpan, in: &settings, &context)
  }

  /// A setting with the colon that it lacks; nil for a line that does not begin with a setting's name.
  private func withColon(_ line: String) -> String? {
    let name = line.prefix { $0.isLetter || $0 == "-" }
    let value = line.dropFirst(name.count).drop { $0.isWhitespace || $0 == "=" }
    guard Self.names.contains(name.lowercased()), !value.isEmpty, value.first != ":",
      value.startIndex > name.endIndex
    else { return nil }
    return "\(name): \(value)"
  }

  /// Why a setting cannot stand in a block; nil where it can.
  private func misplacement(of name: String, in owner: Owner, _ vocabulary: PracticeVocabulary) -> String? {
    guard case .question(let kind, let keepsOrder) = owner else {
      return name == "id" ? "id belongs to a question" : nil
    }
    let words = vocabulary.words(for: kind)
    switch name {
    case "answers": return "answers belongs to the page's own quiz block"
    case "both-ways" where kind != .cards: return "both-ways belongs to \(vocabulary.words(for: .cards))"
    case "points" where !kind.isScored, "confidence" where !kind.isScored:
      return "\(name) belongs to scored questions; \(words) is self-rated"
    case "partial" where !kind.canBeRightInPart:
      return "partial belongs to kinds with several parts, not to \(words)"
    case "shuffle" where kind == .order: return "\(words) is always shuffled"
    case "shuffle" where !kind.canKeepOrder: return "shuffle does not belong to \(words)"
    case "shuffle" where keepsOrder:
      return "shuffle does not belong to a numbered list, which keeps its order"
    default: return nil
    }
  }

  // MARK: Values

  private func set(
    _ name: String, _ value: String, at span: Span, in settings: inout QuestionSettings,
    _ context: inout QuestionContext
  ) {
    var expected: String?
    var meant: String?
    func choice(_ yes: String, _ no: String) -> Bool? {
      switch value.lowercased() {
      case yes: return true
      case no: return false
      default:
        expected = "\(yes) or \(no)"
        meant = onlyNear(to: value, among: [yes, no]) ?? Self.synonym(of: value.lowercased(), yes, no)
        return nil
      }
    }
    switch name {
    case "id":
      if isSlug(value) {
        settings.id = value
      } else {
        expected = "letters, digits and hyphens"
        meant = Self.slug(of: value)
      }
    case "points":
      if isPoints(value) {
        settings.points = value
      } else {
        expected = "a number above 0, with at most three digits before the point"
      }
    case "tags":
      let tags = value.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
      if tags.isEmpty { expected = "words with commas between them" } else { settings.tags = tags }
    case "shuffle": settings.isShuffled = choice("yes", "no") ?? settings.isShuffled
    case "partial": settings.givesPartialCredit = choice("yes", "no") ?? settings.givesPartialCredit
    case "both-ways": settings.showsBothWays = choice("yes", "no") ?? settings.showsBothWays
    case "confidence": settings.asksConfidence = choice("ask", "off") ?? settings.asksConfidence
    case "answers": settings.omitsAnswers = choice("omit", "show") ?? settings.omitsAnswers
    default: settings.objectives = objectives.read(value, at: span, in: &context)
    }
    if let expected {
      context.report(
        .badSettingValue, at: span, "\(name) must be \(expected)",
        help: "write `\(name): …` with such a value", fixIt: meant.map { .write($0, over: span) })
    }
  }

  /// What a word for yes or no means among the two words that a setting takes.
  private static func synonym(of word: String, _ yes: String, _ no: String) -> String? {
    guard yes == "yes" || yes == "ask" else { return nil }
    if ["yes", "y", "true", "on"].contains(word) { return yes }
    return ["no", "n", "false", "off"].contains(word) ? no : nil
  }

  /// A text as the name of a question; nil where none of its characters can stand in one.
  private static func slug(of text: String) -> String? {
    let slug = GitHubSlug.of(text).split(separator: "-").joined(separator: "-")
    return slug.isEmpty ? nil : slug
  }

  private func isSlug(_ value: String) -> Bool {
    !value.hasPrefix("-") && !value.hasSuffix("-")
      && value.unicodeScalars.allSatisfy {
        $0 == "-" || $0 == "_" || $0.properties.isAlphabetic || $0.properties.numericType != nil
          || $0.properties.generalCategory == .nonspacingMark
      }
  }

  private func isPoints(_ value: String) -> Bool {
    let parts = value.split(separator: ".", omittingEmptySubsequences: false)
    let isDigits = { (part: Substring) in !part.isEmpty && part.utf8.allSatisfy { (48...57).contains($0) } }
    guard (1...2).contains(parts.count), parts.allSatisfy(isDigits), value.utf8.count <= 20 else {
      return false
    }
    return parts[0].drop { $0 == "0" }.count <= 3 && value.contains { ("1"..."9").contains($0) }
  }
}
