import Diagnostics
import Markdown

extension Rule {
  package static let notATable = Rule(
    "practice.not-a-table", .error, isFixable: true,
    "Lines look like a table and are text, since the dash row and the header row differ in cell count.")
  package static let listGlued = Rule(
    "practice.list-glued", .error, isFixable: true,
    "A numbered list stands right under text and does not start at 1, so Markdown takes it for part of the text."
  )
}

/// Finds answers that cmark read as a paragraph.
struct FailedAnswers {
  let shape: AnswerShape

  /// Reports the first answers that were not read as such.
  ///
  /// - Returns: whether there are any.
  func report(in blocks: [Node], _ context: inout QuestionContext) -> Bool {
    switch shape {
    case .table, .tableOrBulletList: blocks.contains { reportTable(in: $0, &context) }
    case .orderedList, .taskList: blocks.contains { reportList(in: $0, &context) }
    case .bulletList, .none: false
    }
  }

  private func lines(of paragraph: Node, _ context: QuestionContext) -> Range<Int> {
    let range = context.span(of: paragraph).range
    return context.source.line(at: range.lowerBound)..<context.source.line(at: range.upperBound) + 1
  }

  private func reportTable(in block: Node, _ context: inout QuestionContext) -> Bool {
    guard block.kind == .paragraph else { return false }
    let lines = lines(of: block, context)
    for line in lines.dropFirst()
    where AnswerTable.isDashRow(context.text(ofLine: line)) && context.text(ofLine: line - 1).contains("|") {
      context.report(
        .notATable, at: context.source.span(ofLine: line),
        "this looks like a table, but the dash row and the header row differ in cell count",
        help: "give the dash row as many cells as the header",
        notes: [.init("the header row", at: context.source.span(ofLine: line - 1))],
        fixIt: dashRow(line, in: lines, context))
      return true
    }
    return false
  }

  /// Gives a dash row as many cells as the header has, where all rows have as many.
  private func dashRow(_ line: Int, in lines: Range<Int>, _ context: QuestionContext) -> FixIt? {
    let count = { (line: Int) in
      AnswerTable.cellCount(in: context.source.span(ofLine: line), of: context.source)
    }
    let rows = lines.dropFirst(line + 1 - lines.lowerBound)
    guard !rows.isEmpty, rows.allSatisfy({ count($0) == count(line - 1) }) else { return nil }
    let span = context.source.span(ofLine: line)
    let cells = context.source.text(in: span.range).split(separator: "|").map(\.trimmed).filter {
      $0.wholeMatch(of: /:?-+:?/) != nil
    }
    let missing = Array(repeating: "---", count: max(0, count(line - 1) - cells.count))
    let row = "| \((cells.prefix(count(line - 1)) + missing).joined(separator: " | ")) |"
    return .write(row, over: span)
  }

  /// A list that starts at 1 may follow text directly, any other may not (CommonMark 0.31, section 5.2).
  private func reportList(in block: Node, _ context: inout QuestionContext) -> Bool {
    guard block.kind == .paragraph else { return false }
    for line in lines(of: block, context).dropFirst() {
      let text = context.text(ofLine: line).trimmed
      let digits = text.prefix { $0.isASCII && $0.isNumber }
      let marker = text.dropFirst(digits.count).prefix(2)
      guard (1...9).contains(digits.count), Int(digits) != 1, [". ", ") "].contains(marker) else { continue }
      context.report(
        .listGlued, at: context.source.span(ofLine: line),
        "a list that does not start at 1 cannot follow text directly",
        help: "leave an empty line before this numbered list",
        // Of steps that do not start at 1 the first may have been lost.
        fixIt: shape == .taskList ? context.emptyLine(above: line) : nil)
      return true
    }
    return false
  }
}
