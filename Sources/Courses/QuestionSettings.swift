/// What a `quiz` block says of a question, or of a whole page.
package struct QuestionSettings: Hashable, Sendable {
  /// The slugs of the objectives that it tests.
  package var objectives: [String] = []

  package init() {}
}
