import Courses
import HTML

/// What stands between a page's navigation: its title, its text and questions, and the key for paper.
package struct PageBody: Sendable {
  /// The title, `<h1>`.
  let heading: HTMLWriter
  /// All after the title.
  let content: HTMLWriter
  /// The answers for a printed practice page.
  let key: HTMLWriter
  /// What the list of the page's sections names.
  let sections: [PageNavigation.Section]
}
