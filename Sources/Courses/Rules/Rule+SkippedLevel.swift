import Diagnostics
import Markdown

extension Rule {
  package static let skippedLevel = Rule(
    "heading.skipped-level", .warning, isFixable: true,
    "A heading skips a level, which makes the outline wrong for those who move by headings.")
}

extension PageReader {
  /// Checks that headings go down one level at a time. Those of practice pages have levels of their own:
  /// a question has level 3 even right under the title, and deeper ones are reported as such.
  mutating func checkHeadingLevels() {
    for (index, (before, heading)) in zip(headings, headings.dropFirst()).enumerated() {
      guard heading.level > before.level + 1, id.kind != .practice else {
        continue
      }
      let hashes = String(repeating: "#", count: before.level + 1)
      diagnostics.append(
        Diagnostic(
          .skippedLevel, at: firstLine(of: heading.node),
          "this heading of level \(heading.level) follows one of level \(before.level)",
          help: "begin it with \(hashes), so that no level is left out",
          // A second title is mended first, since that changes the level before this one.
          fixIt: before.level == 1 && index > 0
            ? nil
            : shifting(
              Array(headings[(index + 1)...].prefix { $0.level > before.level + 1 }), to: before.level + 1)))
    }
  }

  /// Moves a heading to another level, and those after it by as much.
  ///
  /// - Parameters:
  ///   - headings: the headings; the first is not the highest of them by more than is to be kept.
  ///   - level: the level of the first.
  /// - Returns: nil where one is underlined, or would be of a level that there is not.
  func shifting(_ headings: [Heading], to level: Int) -> FixIt? {
    guard let first = headings.first else { return nil }
    let change = level - first.level
    let edits = headings.compactMap { heading -> FixIt.Edit? in
      let start = document.span(of: heading.node).range.lowerBound
      let hashes = source.bytes[start...].prefix { $0 == UInt8(ascii: "#") }.count
      guard hashes == heading.level, (2...6).contains(heading.level + change) else { return nil }
      return FixIt.Edit(start..<start + hashes, String(repeating: "#", count: hashes + change))
    }
    guard edits.count == headings.count else { return nil }
    let them = headings.count == 1 ? "this heading" : "this heading and those under it"
    return FixIt(
      "begin \(them) with \(abs(change)) # \(change < 0 ? "less" : "more")", in: source.path, edits)
  }
}
