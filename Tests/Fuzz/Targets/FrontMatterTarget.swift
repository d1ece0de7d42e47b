import Courses
import Diagnostics

/// What must hold of any file that is read as an overview.
enum FrontMatterTarget {
  static func problem(with source: SourceFile) -> String? {
    let frontMatter = FrontMatter(reading: source)
    guard (0...source.bytes.count).contains(frontMatter.bodyOffset) else {
      return "the Markdown begins at \(frontMatter.bodyOffset)"
    }
    if source.position(at: frontMatter.bodyOffset).column > 1, frontMatter.bodyOffset < source.bytes.count {
      return "the Markdown begins within a line"
    }
    for prerequisite in frontMatter.overview.prerequisites where !Slug.isValid(prerequisite.value) {
      return "a prerequisite “\(prerequisite.value)”"
    }
    for objective in frontMatter.overview.objectives where !Slug.isValid(objective.slug) {
      return "an objective “\(objective.slug)”"
    }
    let file = OverviewFile(reading: source)
    if file.diagnostics != frontMatter.diagnostics { return "two readings differ" }
    return DiagnosticCheck.problem(with: file.diagnostics, in: source)
  }
}
