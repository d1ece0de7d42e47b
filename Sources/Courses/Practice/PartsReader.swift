import Diagnostics
import Markdown

extension Rule {
  package static let noAnswer = Rule(
    "practice.no-answer", .error,
    "A question has no list or table of the shape that its kind needs.")
  package static let wrongShape = Rule(
    "practice.wrong-shape", .error,
    "The answers of a question are a list or table of another shape than its kind needs.")
  package static let splitList = Rule(
    "practice.split-list", .error, isFixable: true,
    "An answer list is cut in two by another marker or by text that is not indented, so only part of it would count."
  )
  package static let afterAnswer = Rule(
    "practice.after-answer", .error,
    "Text after the answers belongs to no part of the question and would not be shown.")
}

/// Sorts the blocks of a question by what they are for.
struct PartsReader {
  let kind: QuestionKind
  let shape: AnswerShape
  let heading: Node

  /// Sorts blocks and reports those that cannot stand where they are.
  ///
  /// - Parameter blocks: the blocks under the question's heading, comments left out.
  func read(_ blocks: [Node], in context: inout QuestionContext) -> QuestionParts {
    var parts = QuestionParts()
    let boundary: Boundary
    if shape == .none {
      boundary = Boundary(start: blocks.count, end: endOfPrompt(in: blocks, context.vocabulary))
    } else {
      boundary = readAnswers(in: blocks, into: &parts, &context)
    }
    var isStray = false
    // They are in the order of the blocks.
    var answers = parts.answers[...]
    for (index, block) in blocks.enumerated() {
      if block == answers.first {
        answers.removeFirst()
        continue
      }
      let isBefore = index < boundary.start && index < boundary.end
      let isInside = index >= boundary.start && index < boundary.end
      isStray = place(
        block, isBefore ? .before : isInside ? .inside : .after(isStrayRun: isStray), in: &parts, &context)
    }
    return parts
  }

  /// Where the answers begin and end, as indices of the question's blocks.
  private struct Boundary {
    var start: Int
    var end: Int
  }

  private enum Place {
    case before
    /// Between two halves of a list that was cut.
    case inside
    case after(isStrayRun: Bool)
  }

  // MARK: Other blocks

  /// Puts a block where it belongs.
  ///
  /// - Returns: whether the block does not belong to the question.
  private func place(
    _ block: Node, _ place: Place, in parts: inout QuestionParts, _ context: inout QuestionContext
  ) -> Bool {
    if SettingsReader.isSettings(block) {
      parts.settings.append(block)
      return false
    }
    if SettingsReader.isNearlySettings(block) {
      SettingsReader.reportFenceName(block, in: &context)
      parts.misnamedSettings.append(block)
      return false
    }
    if block.isBlockQuote { return placeQuote(block, place, in: &parts, &context) }
    switch place {
    case .before: parts.prompt.append(block)
    case .inside: break
    case .after(let isStrayRun):
      // Raw HTML has a rule of its own.
      guard block.kind != .htmlBlock else { return isStrayRun }
      if !isStrayRun {
        let why = context.vocabulary.words(for: .why)
        let what = shape == .none ? "the labelled quotes" : "the answers"
        context.report(
          .afterAnswer, at: context.firstLine(of: block), "text after \(what) is not part of the question",
          help: "move it above them or into > **\(why):**")
      }
      return true
    }
    return false
  }

  private func placeQuote(
    _ quote: Node, _ place: Place, in parts: inout QuestionParts, _ context: inout QuestionContext
  ) -> Bool {
    let labels = LabelReader(vocabulary: context.vocabulary)
    switch (labels.finding(in: quote), place) {
    case (.labelled(let labelled), _): parts.quotes.append(labelled)
    case (.bold(let words, let node), .before):
      if labels.suggestion(for: words) != nil {
        labels.reportUnknown(words, at: node, in: &context)
      } else {
        parts.prompt.append(quote)
      }
    case (.plain, .before): parts.prompt.append(quote)
    case (_, .inside): break
    case (.bold(let words, let node), .after):
      if labels.suggestion(for: words) != nil || words.hasSuffix(":") || words.hasSuffix("：") {
        labels.reportUnknown(words, at: node, in: &context)
      } else {
        labels.reportUnlabelled(quote, in: &context)
      }
    case (.plain, .after): labels.reportUnlabelled(quote, in: &context)
    }
    return false
  }

  /// Where the prompt of a question without answer block ends: at its first labelled quote, or at
  /// settings that follow something.
  private func endOfPrompt(in blocks: [Node], _ vocabulary: PracticeVocabulary) -> Int {
    let labels = LabelReader(vocabulary: vocabulary)
    for (index, block) in blocks.enumerated() {
      if SettingsReader.isSettings(block) || SettingsReader.isNearlySettings(block) {
        if blocks[..<index].contains(where: { !SettingsReader.isSettings($0) }) { return index }
      } else if block.isBlockQuote {
        switch labels.finding(in: block) {
        case .labelled: return index
        case .bold(let words, _): if labels.suggestion(for: words) != nil { return index }
        case .plain: break
        }
      }
    }
    return blocks.count
  }

  // MARK: Answers

  private func readAnswers(
    in blocks: [Node], into parts: inout QuestionParts, _ context: inout QuestionContext
  ) -> Boundary {
    guard let last = blocks.lastIndex(where: shape.fits) else {
      return readMissingAnswers(in: blocks, into: &parts, &context)
    }
    var boundary = Boundary(start: last, end: last + 1)
    parts.answers = [blocks[last]]
    while let previous = blocks[..<boundary.start].lastIndex(where: shape.fits),
      let cut = cut(between: previous, and: boundary.start, in: blocks, context)
    {
      reportCut(
        at: cut, after: blocks[previous], fixIt: rejoining(blocks[previous], with: cut, context), in: &context
      )
      parts.answers.append(blocks[previous])
      boundary.start = previous
    }
    parts.answers.reverse()
    let next = blocks.indices.contains(last + 1) ? blocks[last + 1] : nil
    if let next, next.isList, blocks[last].isList {
      reportCut(at: next, after: parts.answers[0], fixIt: nil, in: &context)
      boundary.end = last + 2
    }
    return boundary
  }

  /// The block at which an answer list was cut in two; nil where the two lists are apart on purpose.
  private func cut(between first: Int, and second: Int, in blocks: [Node], _ context: QuestionContext)
    -> Node?
  {
    guard blocks[first].isList, blocks[second].isList else { return nil }
    let gap = blocks[(first + 1)..<second]
    guard let start = gap.first else { return blocks[second] }
    if shape == .taskList { return start }
    if case .list(let list) = blocks[first].kind, case .list(let rest) = blocks[second].kind,
      let number = list.start, rest.start == number + blocks[first].childNodes.count
    {
      return start
    }
    let isGlued = isRightUnderText(start, context) || isRightUnderText(blocks[second], context)
    return gap.allSatisfy(\.isBlockQuote) && isGlued ? start : nil
  }

  private func isRightUnderText(_ block: Node, _ context: QuestionContext) -> Bool {
    !context.text(ofLine: context.line(of: block) - 1).trimmed.isEmpty
  }

  /// Undoes the cut of a list: by a quote that lost its indent, or by bullets of another kind.
  private func rejoining(_ list: Node, with block: Node, _ context: QuestionContext) -> FixIt? {
    // What stands between them and is no block of its own, such as a footnote, would still cut the list.
    let gap =
      context.lines(of: list).upperBound..<max(context.lines(of: list).upperBound, context.line(of: block))
    guard block.previous == list, gap.allSatisfy({ context.text(ofLine: $0).trimmed.isEmpty }),
      var item = list.lastChild
    else { return nil }
    if block.isBlockQuote {
      while kind == .sort, let inner = item.lastChild, inner.isList, let last = inner.lastChild {
        item = last
      }
      let labels = LabelReader(vocabulary: context.vocabulary)
      guard case .plain = labels.finding(in: block), block.next?.isList == true,
        isRightUnderText(block, context), AnswerItem(item).feedback == nil
      else { return nil }
      return context.indentingQuote(context.lines(of: block), under: item)
    }
    guard list.isBulletList, block.isBulletList, let first = list.firstChild else { return nil }
    let marker = context.source.text(in: context.span(of: first).range).prefix(1)
    let edits = block.childNodes.map { item in
      let start = context.span(of: item).range.lowerBound
      return FixIt.Edit(start..<start + 1, String(marker))
    }
    guard ["-", "*", "+"].contains(marker),
      edits.allSatisfy({ ["-", "*", "+"].contains(context.source.text(in: $0.range)) })
    else { return nil }
    return FixIt("begin each item with \(marker)", in: context.source.path, edits)
  }

  private func reportCut(
    at block: Node, after list: Node, fixIt: FixIt?, in context: inout QuestionContext
  ) {
    let indent = list.lastChild.map(context.indent(under:)) ?? ""
    context.report(
      .splitList, at: context.firstLine(of: block),
      "the answer list that began at line \(context.line(of: list)) is cut here",
      help: "keep one marker, and indent feedback by \(indent)",
      notes: [.init("the list begins here", at: context.firstLine(of: list))], fixIt: fixIt)
  }

  private func readMissingAnswers(
    in blocks: [Node], into parts: inout QuestionParts, _ context: inout QuestionContext
  ) -> Boundary {
    parts.isBroken = true
    let words = context.vocabulary.words(for: kind)
    if let index = blocks.lastIndex(where: { AnswerShape.name(of: $0) != nil }) {
      let block = blocks[index]
      let place = block.firstChild.map(context.firstLine(of:)) ?? context.firstLine(of: block)
      context.report(
        .wrongShape, at: place,
        "“\(words)” needs \(shape.remedy); this is \(AnswerShape.name(of: block) ?? "")",
        help: "write \(shape.remedy), or choose another kind")
      parts.answers = [block]
      return Boundary(start: index, end: index + 1)
    }
    let failed = FailedAnswers(shape: shape)
    if !failed.report(in: blocks, &context) {
      context.report(
        .noAnswer, at: context.firstLine(of: heading), "“\(words)” needs \(shape.remedy), and none was found",
        help: "write \(shape.remedy) under the prompt")
    }
    return Boundary(start: blocks.count, end: blocks.count)
  }
}
