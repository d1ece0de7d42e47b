import Diagnostics
import Markdown

/// A page of a lesson as it was read: its tree, its headings and its questions.
///
/// It holds views of the tree and is only valid inside ``Document/read(_:)``. What outlives the
/// page is in ``facts``.
package struct Page {
  /// Which page it is.
  package let id: PageID
  /// Its file.
  package let source: SourceFile
  /// The document node.
  package let root: Node
  /// Its headings in order, the title first.
  package let headings: [Heading]
  /// Its questions in order.
  package let questions: [Question]
  /// Whether it is built without the key of its questions.
  package let omitsAnswers: Bool
  /// What the course needs to know of it later.
  package let facts: PageFacts

  package init(
    id: PageID, source: SourceFile, root: Node, headings: [Heading], questions: [Question],
    omitsAnswers: Bool, facts: PageFacts
  ) {
    self.id = id
    self.source = source
    self.root = root
    self.headings = headings
    self.questions = questions
    self.omitsAnswers = omitsAnswers
    self.facts = facts
  }
}

/// A heading with the name by which links reach it.
package struct Heading {
  /// The heading node.
  package let node: Node
  /// Its level in the source, 1 to 6.
  package let level: Int
  /// Its level in the page, where no level is skipped below a practice page's title.
  package let renderedLevel: Int
  /// Its text without markup.
  package let text: String
  /// Its id after GitHub's rule, unique on the page.
  package let id: String

  package init(node: Node, level: Int, renderedLevel: Int, text: String, id: String) {
    self.node = node
    self.level = level
    self.renderedLevel = renderedLevel
    self.text = text
    self.id = id
  }
}

/// What the course needs to know of a page once its tree is gone.
package struct PageFacts: Sendable {
  /// Which page it is.
  package let page: PageID
  /// The ids that links may name, in order.
  package let anchors: [String]
  /// Where the heading of each of the anchors stands in the file, as byte offsets.
  package let headings: [Range<Int>]
  /// Its links to anchors of the track, in order.
  package let links: [AnchorLink]
  /// The files beside the pages that it uses, as paths in `Content/`.
  package let assets: [String]
  /// How many words there are to read, answers and code left out.
  package let words: Int
  /// Its questions in order.
  package let questions: [QuestionFacts]
  /// The slugs of the objectives that its questions name, those of questions with mistakes included.
  package let objectives: [String]

  package init(
    page: PageID, anchors: [String], headings: [Range<Int>], links: [AnchorLink],
    assets: [String], words: Int, questions: [QuestionFacts], objectives: [String]
  ) {
    self.page = page
    self.anchors = anchors
    self.headings = headings
    self.links = links
    self.assets = assets
    self.words = words
    self.questions = questions
    self.objectives = objectives
  }
}

/// A link to an anchor of a page of the track.
package struct AnchorLink: Hashable, Sendable {
  /// The page that it leads to.
  package let target: PageID
  /// The anchor on that page, percent-decoded.
  package let fragment: String
  /// Where the link stands.
  package let span: Span
  /// Where its anchor stands; nil where the file does not spell it out.
  package let fragmentSpan: Span?

  package init(target: PageID, fragment: String, span: Span, fragmentSpan: Span? = nil) {
    self.target = target
    self.fragment = fragment
    self.span = span
    self.fragmentSpan = fragmentSpan
  }
}
