import Diagnostics
import Markdown

extension Rule {
  package static let quoteUnlabelled = Rule(
    "practice.quote-unlabelled", .error,
    "A block quote of a question has no label and belongs to no choice, so it would not be shown.")
  package static let unknownLabel = Rule(
    "practice.unknown-label", .error, isFixable: true,
    "A block quote opens with a label that does not exist, probably a misspelt one.")
  package static let labelInside = Rule(
    "practice.label-inside", .error, isFixable: true,
    "A label stands in the midst of a block quote, so what follows would be shown with what precedes.")
  package static let dupLabel = Rule(
    "practice.dup-label", .error,
    "A label that may stand once stands twice, so only one of the two would be shown.")
  package static let emptyLabel = Rule(
    "practice.empty-label", .error,
    "A label has no text after it.")
  package static let answerLabel = Rule(
    "practice.answer-label", .error,
    "A model answer stands in a question that is not of the kind Explain, where it would not be shown.")
}

/// Reads the labels of block quotes.
struct LabelReader {
  /// What the opening of a block quote says.
  enum Finding {
    /// A known label.
    case labelled(LabelledQuote)
    /// Bold words that are no label.
    case bold(words: String, node: Node)
    /// No bold words.
    case plain
  }

  let vocabulary: PracticeVocabulary

  /// Tells what the opening of a block quote says.
  func finding(in quote: Node) -> Finding {
    guard let paragraph = quote.firstChild, paragraph.isParagraph,
      let strong = paragraph.firstChild, strong.kind == .strong
    else { return .plain }
    if let label = label(in: strong) {
      return .labelled(LabelledQuote(quote: quote, label: label, labelNode: strong))
    }
    return .bold(words: strong.plainText.trimmed, node: strong)
  }

  /// The label that a strong node is.
  func label(in strong: Node) -> LabelledQuote.Label? {
    let words = strong.plainText.trimmed
    guard let colon = words.last, colon == ":" || colon == "：" else { return nil }
    return vocabulary.label(named: words.dropLast().trimmed)
  }

  /// The label that bold words most probably mean: one at most an edit away.
  func suggestion(for words: String) -> String? {
    nearest(to: withoutColon(words), among: vocabulary.allLabelWords, within: 1)
  }

  /// Reports a label that is not known.
  func reportUnknown(_ words: String, at node: Node, in context: inout QuestionContext) {
    let labels = LabelledQuote.Label.allCases.map { "**\(vocabulary.words(for: $0)):**" }
    let known = "the labels are: \(labels.joined(separator: ", "))"
    let suggestion = nearest(to: withoutColon(words), among: vocabulary.allLabelWords)
    context.report(
      .unknownLabel, at: context.span(of: node), "unknown label “\(withoutColon(words))”",
      help: suggestion.map { "did you mean “\($0)”? Write **\($0):**; \(known)" } ?? known,
      fixIt: onlyNear(to: withoutColon(words), among: Set(vocabulary.allLabelWords)).flatMap {
        isFollowed(node)
          ? context.writing("\($0):", overOpening: words, of: context.document.spanOfText(of: node)) : nil
      })
  }

  /// Reports a block quote without a label.
  func reportUnlabelled(_ quote: Node, in context: inout QuestionContext) {
    let labels = LabelledQuote.Label.allCases.map { "**\(vocabulary.words(for: $0)):**" }
    context.report(
      .quoteUnlabelled, at: context.firstLine(of: quote), "this block quote has no label",
      help: "start it with \(labels.dropLast().joined(separator: ", ")) or \(labels.last ?? ""), "
        + "or indent it under the choice that it belongs to")
  }

  /// Sorts the labelled quotes of a question, and reports those that cannot stand there.
  func sorted(
    _ quotes: [LabelledQuote], of kind: QuestionKind, in context: inout QuestionContext
  ) -> (hints: [LabelledQuote], why: LabelledQuote?, modelAnswer: LabelledQuote?) {
    var hints: [LabelledQuote] = []
    var once: [LabelledQuote] = []
    for quote in quotes {
      let words = vocabulary.words(for: quote.label)
      var span: Span { context.span(of: quote.labelNode) }
      if quote.label == .modelAnswer, kind != .explain {
        context.report(
          .answerLabel, at: span, "**\(words):** belongs to “\(vocabulary.words(for: .explain))” questions",
          help: "use **\(vocabulary.words(for: .why)):** to explain the answer")
        continue
      }
      if isEmpty(quote) {
        context.report(
          .emptyLabel, at: span, "**\(words):** has no text", help: "write the text after it, or remove it")
      }
      if quote.label == .hint {
        hints.append(quote)
      } else if let first = once.first(where: { $0.label == quote.label }) {
        context.report(
          .dupLabel, at: span,
          "a question has one **\(words):**; the first is at line \(context.line(of: first.labelNode))",
          help: "join the two quotes",
          notes: [.init("the first is here", at: context.span(of: first.labelNode))])
      } else {
        once.append(quote)
      }
    }
    return (hints, once.first { $0.label == .why }, once.first { $0.label == .modelAnswer })
  }

  /// Reports labels that stand inside a quote rather than at its start.
  func checkInside(of quote: Node, in context: inout QuestionContext) {
    for paragraph in quote.children where paragraph.isParagraph {
      for strong in paragraph.children where strong.kind == .strong {
        let isFirst = strong.previous == nil
        if isFirst, paragraph.previous == nil { continue }
        let startsLine = isFirst || [.softBreak, .lineBreak].contains(strong.previous?.kind)
        guard startsLine, let label = label(in: strong) else { continue }
        context.report(
          .labelInside, at: context.span(of: strong),
          "“\(vocabulary.words(for: label)):” starts inside the quote that began at line "
            + "\(context.line(of: quote))",
          help: "leave an empty line before it, without a >",
          notes: [.init("the quote begins here", at: context.firstLine(of: quote))],
          fixIt: splitting(quote, at: strong, label: label, in: context))
      }
    }
  }

  /// Whether a label has text after it, in its quote.
  private func isFollowed(_ label: Node) -> Bool {
    label.next?.isBlank == false || label.next?.next != nil || label.parent?.next != nil
  }

  /// Puts an empty line above a label that begins a line of a quote, where the two quotes may both stand.
  private func splitting(
    _ quote: Node, at strong: Node, label: LabelledQuote.Label, in context: QuestionContext
  ) -> FixIt? {
    let line = context.line(of: strong)
    let opening = context.source.text(
      in: context.source.range(ofLine: line).lowerBound..<context.span(of: strong).range.lowerBound)
    guard quote.parent?.kind == .document, opening.trimmed == ">" else { return nil }
    if label != .hint, case .labelled(let first) = finding(in: quote), first.label == label { return nil }
    return context.emptyLine(above: line)
  }

  private func withoutColon(_ words: String) -> String {
    guard let last = words.last, last == ":" || last == "：" else { return words }
    return words.dropLast().trimmed
  }

  private func isEmpty(_ quote: LabelledQuote) -> Bool {
    guard let paragraph = quote.quote.firstChild, paragraph.next == nil else { return false }
    return paragraph.children.allSatisfy { $0 == quote.labelNode || $0.isBlank }
  }
}
