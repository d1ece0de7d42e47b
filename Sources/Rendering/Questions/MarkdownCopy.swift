import Courses
import Diagnostics
import Markdown

/// The Markdown of a page as it is published beside its HTML: without front matter, without comments,
/// and without the key of its questions.
package struct MarkdownCopy {
  /// The text.
  package let bytes: [UInt8]

  /// - Parameters:
  ///   - page: the page, inside ``Document/read(_:)``.
  ///   - document: what it was read from.
  package init(of page: Page, document: Document) {
    self.init(
      of: page.root, questions: page.questions, isPractice: page.id.kind == .practice, document: document)
  }

  /// - Parameters:
  ///   - root: the document node.
  ///   - questions: the page's questions.
  ///   - isPractice: whether it is a practice page, whose `quiz` blocks are all settings.
  ///   - document: what it was read from.
  init(of root: Node, questions: [Question], isPractice: Bool, document: Document) {
    var cut = MarkdownCut(document)
    for question in questions { cut.removeKey(of: question) }
    for block in root.children where isPractice && block.isSettings { cut.remove(block) }
    if !questions.isEmpty { cut.removeUnusedFootnotes(of: root) }
    if document.holdsRawHTML { cut.removeComments(of: root) }
    if !questions.isEmpty { cut.removeUnusedLinkDefinitions(of: root) }
    bytes = cut.edits.bytes(in: document.start..<document.source.bytes.count)
  }
}

/// Cuts out of a page's Markdown what is not to be published.
private struct MarkdownCut {
  private let document: Document
  private let source: MarkdownSource
  private(set) var edits: MarkdownEdits
  /// The nodes that are left out.
  private var removed: Set<Node> = []

  init(_ document: Document) {
    self.document = document
    source = MarkdownSource(document: document)
    edits = MarkdownEdits(document.source)
  }

  /// Leaves out a block.
  mutating func remove(_ block: Node) {
    removed.insert(block)
    edits.replace(lines(of: block), with: "")
  }

  // MARK: Questions

  /// Leaves out a question's key and puts what is to be answered in its place.
  mutating func removeKey(of question: Question) {
    let form = question.answerForm(omitsAnswers: true)
    if let fillIn = form as? FillInForm {
      for (node, text) in fillIn.gaps { edits.replace(document.span(of: node).range, with: text) }
    }
    let answers = form.markdown(from: source)
    var isWritten = answers.isEmpty
    let kept = Set(question.prompt + question.hints.map(\.quote))
    var block = question.heading.node
    while block != question.lastBlock, let next = block.next {
      block = next
      guard !kept.contains(block) else { continue }
      let isAnswer = block.kind == .table || block.isList
      removed.insert(block)
      edits.replace(lines(of: block), with: isAnswer && !isWritten ? answers + "\n" : "")
      if isAnswer { isWritten = true }
    }
  }

  // MARK: Footnotes, link definitions and comments

  /// Leaves out the footnotes that nothing refers to any more.
  mutating func removeUnusedFootnotes(of root: Node) {
    var definitions: [String: Node] = [:]
    for node in root.children where node.kind == .footnoteDefinition {
      if let label = node.footnoteDefinition?.label { definitions[label] = node }
    }
    guard !definitions.isEmpty else { return }
    var pending = root.children.filter { $0.kind != .footnoteDefinition && !removed.contains($0) }
    while let block = pending.popLast() {
      var walk = Walk(block)
      while let event = walk.next() {
        guard case .enter(let node) = event, let label = node.footnoteReference?.label,
          let definition = definitions.removeValue(forKey: label)
        else { continue }
        pending.append(definition)
      }
    }
    let unused = Set(definitions.values)
    for definition in root.children where unused.contains(definition) { remove(definition) }
  }

  /// Leaves out the link definitions that no text that is left refers to; they may be those of a key.
  mutating func removeUnusedLinkDefinitions(of root: Node) {
    let links = LinkDefinitions(of: root, in: document)
    guard !links.definitions.isEmpty else { return }
    var rest = edits
    for definition in links.definitions { rest.replace(definition.range, with: "") }
    for block in root.children where block.kind == .codeBlock { rest.replace(lines(of: block), with: "") }
    let text = rest.text(in: document.start..<document.source.bytes.count)
    for definition in links.unused(in: text) { edits.replace(definition.range, with: "") }
  }

  /// Leaves out comments: authors' notes are not published.
  mutating func removeComments(of root: Node) {
    for block in root.children {
      if block.isComment { remove(block) } else { edits.removeComments(of: block, in: document) }
    }
  }

  // MARK: Lines

  /// The lines of a block with the empty lines after it.
  private func lines(of block: Node) -> Range<Int> {
    let file = document.source
    let range = document.span(of: block).range
    let start = file.range(ofLine: file.line(at: range.lowerBound)).lowerBound
    var line = file.line(at: max(range.upperBound - 1, range.lowerBound)) + 1
    while line < file.lineCount, file.span(ofLine: line).range.isEmpty { line += 1 }
    return start..<(line > file.lineCount ? file.bytes.count : file.range(ofLine: line).lowerBound)
  }
}

extension Node {
  /// Whether it is a block of settings of a question or a page, which is not shown.
  var isSettings: Bool { kind == .codeBlock && fenceInfo == "quiz" }
}
