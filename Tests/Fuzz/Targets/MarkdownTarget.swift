import Courses
import Diagnostics
import Markdown
import Rendering

/// What must hold of any Markdown.
enum MarkdownTarget {
  static func problem(with source: SourceFile) -> String? {
    let parsed = Document.parse(source)
    if (parsed.document == nil) != !parsed.diagnostics.isEmpty { return "neither a tree nor a reason" }
    return DiagnosticCheck.problem(with: parsed.diagnostics, in: source)
      ?? parsed.document.flatMap { places(in: $0) } ?? page(source)
  }

  /// Each node has a place inside the file.
  private static func places(in document: Document) -> String? {
    document.read { root in
      var walk = Walk(root)
      while let event = walk.next() {
        guard case .enter(let node) = event else { continue }
        let range = document.span(of: node).range
        guard range.lowerBound >= document.start, range.upperBound <= document.source.bytes.count else {
          return "\(node.kind) stands at \(range)"
        }
      }
      return nil
    }
  }

  /// The body of a page is well-formed, and all markup in it is ours.
  private static func page(_ source: SourceFile) -> String? {
    let page = Fragment.page(of: source)
    if let problem = DiagnosticCheck.problem(with: page.diagnostics, in: source) { return problem }
    return MarkupCheck.problem(
      in: page.html, isPublished: !page.diagnostics.contains { $0.severity == .error })
  }
}
