import Diagnostics
import Foundation
import Markdown

extension Rule {
  package static let notNumber = Rule(
    "practice.not-number", .error, isFixable: true,
    "An answer of a Number question is not a number that the page can check.")
  package static let decimalComma = Rule(
    "practice.decimal-comma", .error, isFixable: true,
    "A number has a comma for its decimal mark, which elsewhere parts thousands.")
  package static let noTolerance = Rule(
    "practice.no-tolerance", .error,
    "A number with decimals has no tolerance, so a reader who rounds otherwise would be wrong.")
  package static let rangeOrder = Rule(
    "practice.range-order", .error, isFixable: true,
    "A range runs from the larger number down to the smaller one.")
  package static let unitMissing = Rule(
    "practice.unit-missing", .error,
    "A number has no unit where others of the question have one.")
  package static let overlap = Rule(
    "practice.overlap", .error,
    "A wrong answer accepts numbers that a right one accepts too.")
}

/// Reads the accepted and the known wrong answers of Number.
struct NumberReader: AnswerReader {
  static let shape = AnswerShape.bulletList

  private typealias Entry = (line: AnswerLine, answer: NumberText.Answer)

  static func read(_ draft: QuestionDraft, in context: inout QuestionContext) -> Interaction? {
    let lines = AnswerLine.read(draft.parts.items, in: &context)
    var entries: [Entry] = []
    for line in lines {
      guard let answer = NumberText.answer(in: line.text), !line.isExact else {
        context.report(
          .notNumber, at: line.span, "“\(line.text)” is not a number this page can check",
          help: "write 4.6 ± 0.05 s, 800 ±5% ms or 4..5 s", fixIt: meant(by: line, context))
        continue
      }
      check(answer, of: line, in: &context)
      entries.append((line, answer))
    }
    checkUnits(of: entries, in: &context)
    checkOverlaps(of: entries, in: &context)
    guard !entries.isEmpty else { return nil }
    return .number(
      NumberInteraction(
        answers: entries.map { line, answer in
          .init(
            range: answer.range, unit: answer.unit, text: line.text, isRight: line.isRight,
            feedback: line.item.feedback)
        }))
  }

  /// Writes a tolerance and a unit as the page reads them, where nothing else is wrong with an answer.
  private static func meant(by line: AnswerLine, _ context: QuestionContext) -> FixIt? {
    let text = line.text.replacing("+/-", with: "±")
      .replacing(/([0-9])(\p{L}+)$/) { "\($0.output.1) \($0.output.2)" }
    guard !line.isExact, text != line.text, NumberText.answer(in: text) != nil else { return nil }
    return context.writing(text, overOpening: line.text, of: line.span)
  }

  private static func check(
    _ answer: NumberText.Answer, of line: AnswerLine, in context: inout QuestionContext
  ) {
    if let number = answer.decimalComma {
      context.report(
        .decimalComma, at: line.span, "“\(number)” has a comma for its decimal mark",
        help: "write the number with a point: \(number.replacing(",", with: ".")); readers may type either",
        fixIt: points(in: line, context))
    }
    if answer.missesTolerance {
      let number = line.text.prefix { !$0.isWhitespace }.replacing(",", with: ".")
      context.report(
        .noTolerance, at: line.span, "a number with decimals needs a tolerance",
        help: "write \(number) ± and how far off an answer may be, such as 4.6 ± 0.05")
    }
    if let (from, to) = answer.descending {
      context.report(
        .rangeOrder, at: line.span, "the range runs from \(from) down to \(to)",
        help: "put the smaller number first: \(to)..\(from)",
        fixIt: context.writing(
          line.text.replacing("\(from)..\(to)", with: "\(to)..\(from)"), overOpening: line.text, of: line.span
        ))
    }
  }

  /// Writes points for commas, but for those that may part thousands: three digits follow them.
  private static func points(in line: AnswerLine, _ context: QuestionContext) -> FixIt? {
    guard line.text.firstMatch(of: /,[0-9]{3}(?![0-9])/) == nil else { return nil }
    return context.writing(line.text.replacing(",", with: "."), overOpening: line.text, of: line.span)
  }

  private static func checkUnits(of entries: [Entry], in context: inout QuestionContext) {
    guard let unit = entries.lazy.compactMap(\.answer.unit).first else { return }
    for (line, answer) in entries where answer.unit == nil {
      context.report(
        .unitMissing, at: line.span, "some answers here have a unit and this one does not",
        help: "write the unit after a space, such as \(line.text) \(unit)")
    }
  }

  private static func checkOverlaps(of entries: [Entry], in context: inout QuestionContext) {
    var accepted = Repetition()
    for (line, answer) in entries where line.isRight {
      let content = "\(answer.range.lower)..\(answer.range.upper) \(answer.unit ?? "")"
      guard let first = accepted.note(content, at: line.item.node) else { continue }
      context.reportRepetition(
        .dupAnswer, at: context.firstLine(of: line.item.node), of: first,
        { "this is the same answer as line \($0)" }, help: "remove it")
    }
    let index = RangeIndex(entries.filter(\.line.isRight).map { ($0.answer, $0.line.item.node) })
    for wrong in entries where !wrong.line.isRight {
      guard let right = index.overlapping(wrong.answer) else { continue }
      context.reportRepetition(
        .overlap, at: wrong.line.span, of: right,
        { "this wrong answer overlaps the accepted range at line \($0)" },
        help: "make one of the two ranges narrower; both ends belong to a range")
    }
  }
}

/// Ranges that can be asked for one that overlaps another, quickly however many there are.
private struct RangeIndex {
  private struct Entry {
    let lower: Decimal
    /// The range that reaches highest among this one and those before it.
    let highest: NumberRange
    let node: Node
  }

  /// The ranges of each unit by their lower ends.
  private var entries: [String?: [Entry]] = [:]

  init(_ answers: [(answer: NumberText.Answer, node: Node)]) {
    for (answer, node) in answers.sorted(by: { $0.answer.range.lower < $1.answer.range.lower }) {
      let last = entries[answer.unit]?.last
      let isHighest = last.map { $0.highest.upper < answer.range.upper } ?? true
      entries[answer.unit, default: []].append(
        Entry(
          lower: answer.range.lower, highest: isHighest ? answer.range : last?.highest ?? answer.range,
          node: isHighest ? node : last?.node ?? node))
    }
  }

  /// The node of a range of the same unit that has a number in common with a range.
  func overlapping(_ answer: NumberText.Answer) -> Node? {
    guard let entries = entries[answer.unit] else { return nil }
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].lower <= answer.range.upper { low = middle + 1 } else { high = middle }
    }
    guard low > 0, entries[low - 1].highest.overlaps(answer.range) else { return nil }
    return entries[low - 1].node
  }
}

extension NumberInteraction: KeyedInteraction {
  func addContent(to digest: inout ContentDigest) {
    for unit in units { digest.add(unit) }
  }

  func addKey(to digest: inout ContentDigest) {
    digest.add(unordered: answers) { answer, digest in
      digest.add(answer.isRight ? "right" : "wrong")
      digest.add("\(answer.range.lowerDigits)..\(answer.range.upperDigits)")
      digest.add(answer.unit ?? "")
    }
  }
}
