/// What changed between two sites that Waymark wrote.
///
/// All lists are in the order of the paths' bytes, and on a page in the page's order.
package struct SiteDiff: Hashable, Sendable {
  /// The pages: what is shown as HTML, but for the pages in place of moved ones. One that differs only by
  /// the fingerprints of the theme's assets has not changed.
  package internal(set) var pages = Pages()
  /// Every other file, but for the theme's assets and what goes with a page that is listed: the copy of
  /// its Markdown, and its lesson's cards.
  package internal(set) var files = Files()
  /// The theme's assets that were added, changed or removed, by their names without fingerprints.
  package internal(set) var theme: [String] = []
  /// The questions.
  package internal(set) var questions = Questions()
  /// The anchors that links from outside may name and that are no longer there, on pages that are, perhaps
  /// under another path; those of titles left out.
  package internal(set) var anchors: [LostAnchor] = []
  /// The objectives that a question tested and none tests any more, of lessons that are still there,
  /// perhaps under another slug.
  package internal(set) var objectives: [LostObjective] = []

  /// What happened to the pages.
  package struct Pages: Encodable, Hashable, Sendable {
    /// The paths of new pages.
    package internal(set) var added: [String] = []
    /// The paths of pages with another content.
    package internal(set) var changed: [String] = []
    /// The paths of pages with the same content and something else around it, such as the navigation.
    package internal(set) var surroundings: [String] = []
    /// The pages, and the pages in place of moved ones, that are no longer there.
    package internal(set) var removed: [LostPage] = []
  }

  /// What happened to files that are no pages, by their paths.
  package struct Files: Encodable, Hashable, Sendable {
    package internal(set) var added: [String] = []
    package internal(set) var changed: [String] = []
    package internal(set) var removed: [String] = []
  }

  /// What happened to the questions.
  package struct Questions: Encodable, Hashable, Sendable {
    /// Those that were not there, but for those that took the place of removed ones.
    package internal(set) var added: [QuestionName] = []
    /// Those that have another content or another key.
    package internal(set) var edited: [EditedQuestion] = []
    /// Those whose page or id is no longer there.
    package internal(set) var removed: [LostQuestion] = []
  }

  /// Names a question among all of a site.
  package struct QuestionName: Encodable, Hashable, Sendable {
    /// The path of its page.
    package let page: String
    /// Its id on the page.
    package let id: String
  }

  /// A page that is gone.
  package struct LostPage: Encodable, Hashable, Sendable {
    /// Its path.
    package let path: String
    /// Where its readers are led; nil where they find nothing.
    package let redirect: String?
  }

  /// An anchor that is gone.
  package struct LostAnchor: Encodable, Hashable, Sendable {
    /// The path of its page.
    package let page: String
    /// The id that links named.
    package let anchor: String
    /// Where links to it lead now; nil where they lead to the page as a whole.
    package let redirect: String?
  }

  /// An objective that is no longer covered.
  package struct LostObjective: Encodable, Hashable, Sendable {
    /// The slug that its lesson has now.
    package let lesson: String
    /// The slug by which questions named it.
    package let objective: String
  }

  /// A question that is another than before.
  package struct EditedQuestion: Hashable, Sendable {
    /// Which one.
    package let question: QuestionName
    /// What happened to its key.
    package let key: KeyChange
  }

  /// A question whose name is gone, and with it what learners did there.
  package struct LostQuestion: Hashable, Sendable {
    /// What it was called.
    package let question: QuestionName
    /// The new question that took its place: it has its content, or its id where the page moved or where no
    /// other question has it; nil where there is none.
    package let now: QuestionName?
    /// What happened to its key; nil where no question took its place.
    package let key: KeyChange?
  }

  /// What happened to the key of a question.
  package enum KeyChange: String, Encodable, Hashable, Sendable {
    /// It is the same.
    case unchanged
    /// It is another.
    case changed
    /// Now it is published.
    case published
    /// It is no longer published, and may be another.
    case withheld
    /// Neither site publishes it.
    case unknown
  }

  /// The questions whose right answers are not what they were, or can no longer be compared, by their
  /// present names; those that moved come last.
  package var changedKeys: [EditedQuestion] {
    let moved = questions.removed.compactMap { lost -> EditedQuestion? in
      guard let now = lost.now, let key = lost.key else { return nil }
      return EditedQuestion(question: now, key: key)
    }
    return (questions.edited + moved).filter { $0.key == .changed || $0.key == .withheld }
  }
}
