import Diagnostics

extension Rule {
  package static let skippedLevel = Rule(
    "heading.skipped-level", .warning,
    "A heading skips a level, which makes the outline wrong for those who move by headings.")
}

extension PageReader {
  /// Checks that headings go down one level at a time. Those of practice pages have levels of their own:
  /// a question has level 3 even right under the title, and deeper ones are reported as such.
  mutating func checkHeadingLevels() {
    for (before, heading) in zip(headings, headings.dropFirst()) {
      guard heading.level > before.level + 1, id.kind != .practice else {
        continue
      }
      let hashes = String(repeating: "#", count: before.level + 1)
      diagnostics.append(
        Diagnostic(
          .skippedLevel, at: firstLine(of: heading.node),
          "this heading of level \(heading.level) follows one of level \(before.level)",
          help: "begin it with \(hashes), so that no level is left out"))
    }
  }
}
