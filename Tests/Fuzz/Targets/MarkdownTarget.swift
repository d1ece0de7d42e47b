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
      ?? parsed.document.flatMap { places(in: $0) ?? plain(source) } ?? page(source)
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

  /// Plain rendering equals cmark's, byte for byte.
  private static func plain(_ source: SourceFile) -> String? {
    let ours = Fragment.plain(of: source)
    guard ours.diagnostics.isEmpty else { return nil }
    let theirs = CMarkOracle.html(of: source.bytes)
    let text = String(decoding: ours.html, as: UTF8.self)
    return text == theirs ? nil : "cmark writes \(theirs ?? "nothing") and we \(text)"
  }

  /// The body of a page is well-formed, and all markup in it is ours.
  private static func page(_ source: SourceFile) -> String? {
    let page = Fragment.page(of: source)
    if let problem = DiagnosticCheck.problem(with: page.diagnostics, in: source) { return problem }
    return MarkupCheck.problem(
      in: page.html, isPublished: !page.diagnostics.contains { $0.severity == .error })
  }
}
