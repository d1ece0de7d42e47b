import Diagnostics
import Markdown

extension Rule {
  package static let matchColumns = Rule(
    "practice.match-columns", .error,
    "The table of a Match has neither two columns nor three.")
  package static let whyHeader = Rule(
    "practice.why-header", .error, isFixable: true,
    "The third column of a Match is not headed Why, so what it is for cannot be told.")
  package static let noPartner = Rule(
    "practice.no-partner", .error,
    "A row of a Match has nothing in the second column, so there is nothing to match.")
  package static let dupLeft = Rule(
    "practice.dup-left", .error,
    "Something on the left of a Match stands twice, so a right pair could count as wrong.")
  package static let fewPairs = Rule(
    "practice.few-pairs", .error,
    "A Match has fewer than two pairs, so there is nothing to choose between.")
}

/// Reads the pairs of Match.
struct MatchReader: AnswerReader {
  static let shape = AnswerShape.table

  static func read(_ draft: QuestionDraft, in context: inout QuestionContext) -> Interaction? {
    guard let node = draft.parts.answers.first, let table = AnswerTable(reading: node, in: &context),
      checkHeader(of: table, in: &context)
    else { return nil }
    var rows = Rows()
    for row in table.rows { rows.read(row, in: &context) }
    if rows.pairs.count < 2, !rows.hasBrokenRow, node.childNodes.count - 1 == table.rows.count {
      context.report(
        .fewPairs, at: table.firstRow, "“\(context.vocabulary.words(for: .match))” needs at least two pairs",
        help: "add a row with both cells filled")
    }
    guard !rows.pairs.isEmpty else { return nil }
    return .match(
      MatchInteraction(
        leftHeader: table.header[0], rightHeader: table.header[1], pairs: rows.pairs,
        responses: rows.responses))
  }

  /// What the rows so far say.
  private struct Rows {
    var pairs: [MatchInteraction.Pair] = []
    var responses: [MatchInteraction.Response] = []
    /// Whether a row was reported, so that pairs may be missing for that reason.
    var hasBrokenRow = false
    private var places: [String: Int] = [:]
    private var lefts = Repetition()

    mutating func read(_ row: AnswerTable.Row, in context: inout QuestionContext) {
      let left = row.cells[0]
      let right = row.cells[1]
      let why = row.cells.count > 2 && !row.cells[2].isBlank ? row.cells[2] : nil
      guard !right.isBlank else {
        hasBrokenRow = true
        context.report(
          .noPartner, at: context.firstLine(of: row.node), "this row has no partner in the second column",
          help: "fill the second cell; for a response without partner leave the first one empty")
        return
      }
      let content = ContentDigest.of(right.childNodes)
      let place = places[content] ?? responses.count
      if place == responses.count {
        places[content] = place
        responses.append(.init(content: right, whyNot: left.isBlank ? why : nil))
      }
      guard !left.isBlank else { return }
      if let first = lefts.note(ContentDigest.of(left.childNodes), at: row.node) {
        context.reportRepetition(
          .dupLeft, at: context.firstLine(of: row.node), of: first, { "the first column repeats line \($0)" },
          help: "change one of the two, or remove the row")
      }
      pairs.append(.init(left: left, response: place, why: why))
    }
  }

  private static func checkHeader(of table: AnswerTable, in context: inout QuestionContext) -> Bool {
    let words = context.vocabulary.words(for: .match)
    let why = context.vocabulary.words(for: .why)
    let count = table.header.count
    guard count == 2 || count == 3 else {
      context.report(
        .matchColumns, at: context.source.span(ofLine: context.line(of: table.header[0])),
        "“\(words)” needs two columns, or three with the last headed “\(why)”; this table has \(count)",
        help: "write `| … | … |` or `| … | … | \(why) |`")
      return false
    }
    guard count == 3 else { return true }
    let header = table.header[2].plainText.trimmed
    if context.vocabulary.label(named: header) != .why {
      context.report(
        .whyHeader, at: place(of: table.header[2], in: context), "the third column is headed “\(header)”",
        help: "head it “\(why)”, or drop it",
        fixIt: onlyNear(to: header, among: [why]).flatMap {
          context.writing($0, overOpening: header, of: place(of: table.header[2], in: context))
        })
    }
    return true
  }

  /// The text of a header cell, or the cell's line where it is empty.
  private static func place(of cell: Node, in context: QuestionContext) -> Span {
    guard let first = cell.firstChild, let last = cell.lastChild else { return context.firstLine(of: cell) }
    let start = context.span(of: first).range.lowerBound
    return context.source.span(start..<max(start, context.span(of: last).range.upperBound))
  }
}

extension MatchInteraction: KeyedInteraction {
  func addContent(to digest: inout ContentDigest) {
    for pair in pairs {
      digest.add("left")
      digest.add(pair.left)
    }
    digest.add(unordered: responses.map { [$0.content] })
  }

  func addKey(to digest: inout ContentDigest) {
    digest.add(unordered: pairs) { pair, digest in
      digest.add("pair")
      digest.add(pair.left)
      digest.add("with")
      digest.add(responses[pair.response].content)
    }
  }
}
