/// What links and learners' progress hang on in the site that was last published.
package struct PublishedSite: Hashable, Sendable {
  /// Its pages.
  package let pages: [Page]
  /// The pages and anchors that it led on: paths in the site, with `#` and an id for an anchor.
  package let redirects: [String]

  /// A page of the site.
  package struct Page: Hashable, Sendable {
    /// The path of its HTML.
    package let path: String
    /// The ids that links may name, in the order of the page.
    package let anchors: [String]
    /// Its questions, in the order of the page.
    package let questions: [Question]

    package init(path: String, anchors: [String], questions: [Question]) {
      self.path = path
      self.anchors = anchors
      self.questions = questions
    }
  }

  /// A question of a page.
  package struct Question: Hashable, Sendable {
    /// Its name on the page.
    package let id: String
    /// The hash of what an answer depends on: ``QuestionFacts/version``.
    package let version: String

    package init(id: String, version: String) {
      self.id = id
      self.version = version
    }
  }

  package init(pages: [Page], redirects: [String]) {
    self.pages = pages
    self.redirects = redirects
  }
}
