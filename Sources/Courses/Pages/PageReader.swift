import Diagnostics
import Markdown

/// Reads a page of a lesson from its parsed Markdown and checks all that can be checked without the
/// other pages' text.
package struct PageReader {
  /// Which page it is.
  let id: PageID
  /// Its file.
  let source: SourceFile
  let document: Document
  let resolver: LinkResolver

  var headings: [Heading] = []
  /// The levels of the sections around the place that is read.
  private var openLevels: [Int] = []
  var links: [AnchorLink] = []
  var assets: [String] = []
  var usedAssets: Set<String> = []
  var words = 0
  var diagnostics: [Diagnostic] = []
  /// How many links to nothing were found; looking for what was meant is too slow for thousands.
  var missingLinks = 0

  /// Reads a page inside ``Document/read(_:)``.
  ///
  /// - Parameters:
  ///   - root: the document node.
  ///   - document: what it belongs to.
  ///   - id: which page it is.
  ///   - course: the skeleton of the track.
  ///   - assets: the files of `Content/` that are no pages, as paths in it; those under `static` too.
  ///   - advises: whether to advise on the writing of questions.
  /// - Returns: the page, and what is wrong with it. The page is whole even with mistakes.
  package static func read(
    _ root: Node, of document: Document, as id: PageID, course: Course, assets: Set<String>,
    advises: Bool = true
  ) -> (page: Page, diagnostics: [Diagnostic]) {
    var reader = PageReader(id: id, document: document, course: course, assets: assets)
    reader.readNodes(of: root)
    reader.checkFrontMatter()
    reader.checkTitle(of: root)
    reader.checkSecondTitle()
    reader.checkEmptyHeadings()
    reader.checkHeadingLevels()
    reader.checkDuplicateHeadings()
    let overview = course[id.lesson]?.overview
    let reading = QuestionReader.read(
      page: id, document: document, root: root, headings: reader.headings, language: course.track.language,
      // Front matter that could not be read has no description and cannot tell of objectives.
      objectives: overview.flatMap { $0.description.isEmpty ? nil : $0.objectives }, advises: advises)
    if document.holdsRawHTML {
      var questionHeadings = Set(reading.questions.map(\.heading.node))
      if id.kind == .practice {
        questionHeadings.formUnion(reader.headings.filter { $0.level == 3 }.map(\.node))
      }
      reader.checkRawHTML(of: root, questionHeadings: questionHeadings)
    }
    let facts = PageFacts(
      page: id, anchors: reader.headings.map(\.id),
      headings: reader.headings.map { reader.firstLine(of: $0.node).range }, links: reader.links,
      assets: reader.assets, words: reader.words, questions: reading.facts, objectives: reading.objectives)
    let page = Page(
      id: id, source: document.source, root: root, headings: reader.headings, questions: reading.questions,
      omitsAnswers: reading.omitsAnswers, facts: facts)
    return (page, (reader.diagnostics + reading.diagnostics).sortedWithoutRepeats())
  }

  private init(id: PageID, document: Document, course: Course, assets: Set<String>) {
    self.id = id
    self.document = document
    self.source = document.source
    self.resolver = LinkResolver(page: id, course: course, assets: assets)
  }

  /// One walk over the tree that hands each node to whoever reads its kind.
  private mutating func readNodes(of root: Node) {
    var ids = HeadingIDs()
    var walk = Walk(root)
    while let event = walk.next() {
      guard case .enter(let node) = event else { continue }
      switch node.kind {
      case .heading(let level): readHeading(node, level: level, ids: &ids)
      case .link: readLink(node)
      case .image: readImage(node)
      case .text:
        words += WordCount.words(in: node)
        if document.mayReferToFootnotes { checkFootnotes(in: node) }
      case .code: words += WordCount.words(in: node)
      default: break
      }
    }
  }

  // MARK: Headings

  private mutating func readHeading(_ node: Node, level: Int, ids: inout HeadingIDs) {
    let text = node.plainText
    // A question may stand right under the title of a practice page; it is then shown as a section of it.
    while let last = openLevels.last, last >= level { openLevels.removeLast() }
    let isRaised = id.kind == .practice && level == 3 && openLevels.last == 1
    openLevels.append(level)
    headings.append(
      Heading(
        node: node, level: level, renderedLevel: isRaised ? 2 : level, text: text, id: ids.id(for: text)))
  }

  /// The part of a node on its first line.
  func firstLine(of node: Node) -> Span {
    let range = document.span(of: node).range
    let line = source.range(ofLine: source.line(at: range.lowerBound))
    return source.span(range.lowerBound..<max(range.lowerBound, min(range.upperBound, line.upperBound)))
  }
}
