import Courses
import Diagnostics
import Markdown

/// A page of a test whose questions are read.
struct PracticePage {
  let source: SourceFile
  let kind: PageKind
  /// The slugs of the lesson's objectives.
  let objectives: [String]
  let language: String

  init(
    _ text: String, kind: PageKind = .practice, objectives: [String] = ["name-parts", "apply"],
    language: String = "en"
  ) {
    source = SourceFile(path: "\(kind.rawValue).md", text: text)
    self.kind = kind
    self.objectives = objectives
    self.language = language
  }

  /// Reads the page and gives access to its questions.
  func read<Result>(_ body: (QuestionReading) throws -> Result) rethrows -> Result {
    guard let document = Document.parse(source).document else {
      preconditionFailure("an example keeps to the limits")
    }
    return try document.read { root in
      let headings = root.children.compactMap { node -> Heading? in
        guard case .heading(let level) = node.kind else { return nil }
        return Heading(
          node: node, level: level, renderedLevel: level, text: node.plainText, id: node.plainText)
      }
      return try body(
        QuestionReader.read(
          page: PageID(lesson: "a-lesson", kind: kind), document: document, root: root, headings: headings,
          language: language,
          objectives: objectives.map {
            Objective(slug: $0, text: $0, span: Span(path: "overview.md", range: 0..<0))
          }))
    }
  }

  /// What is wrong with the page's questions, in the order of their places.
  var diagnostics: [Diagnostic] { read { $0.diagnostics.sorted() } }

  /// The ids of the rules that the page breaks, each with its line and column.
  var findings: [String] {
    diagnostics.map { diagnostic in
      let position = source.position(at: diagnostic.span.range.lowerBound)
      return "\(position.line):\(position.column) \(diagnostic.rule.id)"
    }
  }

  /// The diagnostics as people read them.
  var printedDiagnostics: String {
    HumanPrinter(usesColor: false, source: { _ in source }).text(of: diagnostics)
  }
}
