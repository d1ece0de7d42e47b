import Diagnostics

extension CourseReport {
  /// The report as plain text for a terminal, in aligned columns.
  package var text: String {
    var lines = [title.harmless, ""]
    for lesson in lessons {
      let status = lesson.status == .published ? "" : " (\(lesson.status.rawValue))"
      let details = lesson.status == .planned ? [] : details(of: lesson)
      if !details.isEmpty, lines.last != "" { lines.append("") }
      lines.append("\(lesson.number). \(lesson.title.harmless)\(status)")
      for part in details { lines += [""] + part.map { "   \($0)" } }
      if !details.isEmpty { lines.append("") }
    }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The parts of what is told of a lesson, each of at least one line.
  private func details(of lesson: Lesson) -> [[String]] {
    var parts: [[String]] = []
    if !lesson.prerequisites.isEmpty {
      parts.append(["Needs"] + lesson.prerequisites.map { "  \(description(of: $0, in: lesson))" })
    }
    if !lesson.pages.isEmpty { parts.append(pages(of: lesson)) }
    if !lesson.objectives.isEmpty { parts.append(coverage(of: lesson)) }
    return parts
  }

  private func description(of prerequisite: Prerequisite, in lesson: Lesson) -> String {
    guard let number = prerequisite.number, let status = prerequisite.status else {
      return "\(prerequisite.slug.harmless): not in the track"
    }
    var remarks: [String] = status == .published ? [] : [status.rawValue]
    if number >= lesson.number { remarks.append("taught later") }
    return "\(number). \(prerequisite.slug)" + (remarks.isEmpty ? "" : ": \(remarks.joined(separator: ", "))")
  }

  private func pages(of lesson: Lesson) -> [String] {
    let rows = lesson.pages.map { page in
      [
        page.kind, "\(page.words)", page.questions > 0 ? "\(page.questions)" : "-",
        page.statedMinutes.map { "\($0)" } ?? "-", "\(page.estimatedMinutes)",
      ]
    }
    return table([["Page", "Words", "Questions", "Minutes stated", "estimated"]] + rows)
  }

  /// The kinds of question by the objectives that they test.
  private func coverage(of lesson: Lesson) -> [String] {
    let columns = lesson.objectives.map(\.questions) + [lesson.otherQuestions].filter { !$0.isEmpty }
    let hasOthers = columns.count > lesson.objectives.count
    let heads = lesson.objectives.map(\.slug.harmless) + (hasOthers ? ["(none)"] : [])
    let kinds = QuestionKind.allCases.map(\.rawValue).filter { kind in
      columns.contains { $0.contains { $0.kind == kind } }
    }
    let rows = kinds.map { kind in
      [kind] + columns.map { counts in counts.first { $0.kind == kind }.map { "\($0.count)" } ?? "-" }
    }
    let total = ["Questions"] + columns.map { "\($0.reduce(0) { $0 + $1.count })" }
    return table([["Objective"] + heads] + rows + [total])
  }

  /// Rows whose first column is aligned to the left and whose others are aligned to the right.
  private func table(_ rows: [[String]]) -> [String] {
    let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).enumerated().map { column, cell in
        let padding = String(repeating: " ", count: cell.1 - cell.0.count)
        return column == 0 ? cell.0 + padding : padding + cell.0
      }.joined(separator: "  ")
    }
  }
}
