import Diagnostics
import Markdown

/// What a template comes to once its partials stand in it: a few that include each other twice make more
/// text than any machine holds.
struct TemplateExtent {
  /// The size in bytes, the tags of partials counted too, since each takes its time.
  private var size: Int
  private var lines: Int
  /// How deep partials stand in one another.
  private var depth = 0
  /// Whether it is more than a template may be; then the rest is not counted.
  private(set) var isTooLarge = false

  /// - Parameter file: the template, nothing in it yet.
  init(of file: SourceFile) {
    size = file.bytes.count
    lines = file.lineCount
  }

  /// Counts a partial in.
  ///
  /// - Parameters:
  ///   - partial: with what stands in it.
  ///   - indent: how many bytes of white space stand before its tag alone on a line, and so before each of
  ///     its lines.
  mutating func include(_ partial: TemplateExtent, indent: Int) {
    let (indents, overflows) = partial.lines.multipliedReportingOverflow(by: indent)
    depth = max(depth, partial.depth + 1)
    isTooLarge = isTooLarge || partial.isTooLarge || overflows || depth > Limits.depth
    guard !isTooLarge else { return }
    size += partial.size + indents
    lines += partial.lines
    isTooLarge = size > Limits.fileSize
  }
}

extension TemplateCheck {
  /// The partials that make a template too large.
  ///
  /// - Parameter partials: what the templates include, without circles.
  func oversize(in partials: [String: [Reference]]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var extents: [String: TemplateExtent] = [:]
    for start in partials.keys.sorted() {
      var open = [start]
      while let name = open.last, let file = templates[name] {
        let references = partials[name, default: []]
        let unknown = Set(references.map(\.target)).filter { extents[$0] == nil }
        guard extents[name] == nil, unknown.isEmpty else {
          if extents[name] == nil { open += unknown.sorted() } else { open.removeLast() }
          continue
        }
        var extent = TemplateExtent(of: file)
        for reference in references where !extent.isTooLarge {
          guard let partial = extents[reference.target] else { continue }
          extent.include(partial, indent: reference.indent)
          guard extent.isTooLarge, !partial.isTooLarge else { continue }
          diagnostics.append(
            Diagnostic(
              .templateTooLarge, at: reference.span,
              "With this partial the template is larger than \(Limits.fileSize / 1_000_000) MB, or deeper than \(Limits.depth) partials",
              help: "take it out, or have fewer partials include others"))
        }
        extents[name] = extent
        open.removeLast()
      }
    }
    return diagnostics
  }
}

extension Rule {
  package static let templateTooLarge = Rule(
    "theme.too-large", .error,
    "Partials that include others make a template larger than any page could be.")
}
