import Diagnostics
import Markdown

/// What the skeleton of the course needs of an overview: its settings and its title.
///
/// Reading one does not depend on the others, so many can be read at the same time.
package struct OverviewFile: Hashable, Sendable {
  /// What the front matter says.
  package let overview: Overview
  /// The text of the page's title; nil where it has none.
  package let title: String?
  /// What is wrong with the front matter.
  package let diagnostics: [Diagnostic]

  /// - Parameter source: the overview's file.
  package init(reading source: SourceFile) {
    let frontMatter = FrontMatter(reading: source)
    overview = frontMatter.overview
    diagnostics = frontMatter.diagnostics
    title = PageTitle.find(in: source, from: frontMatter.bodyOffset)
  }
}
