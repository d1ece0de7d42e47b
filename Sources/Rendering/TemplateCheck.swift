import Diagnostics

/// Holds the tags of a theme's templates against the documented context.
///
/// Templates are made of variables, partials and comments; what they show is prepared beforehand,
/// so they need no sections, and a misspelt name is an error instead of an empty string.
package struct TemplateCheck {
  /// All rules for templates.
  package static let rules: [Rule] = [
    .templateName, .templateBraces, .templateMissing, .templateCircle, .templateTooLarge,
    .templateSyntax,
  ]

  /// The templates by name.
  let templates: [String: SourceFile]

  /// Everything that is wrong with them.
  func diagnostics() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for template in Template.allCases where templates[template.rawValue] == nil {
      diagnostics.append(missing(template.rawValue, at: Span(path: "Templates")))
    }
    var partials: [String: [Reference]] = [:]
    for (name, file) in templates.sorted(by: { $0.key < $1.key }) {
      for tag in tags(of: file, into: &diagnostics) {
        switch tag.kind {
        case .variable(let content): check(tag, content, in: file, into: &diagnostics)
        case .partial:
          let span = file.span(tag.range)
          if templates[tag.name] == nil {
            diagnostics.append(missing(tag.name, at: span))
          } else {
            partials[name, default: []].append(
              Reference(target: tag.name, span: span, indent: indent(before: tag.range.lowerBound, in: file)))
          }
        }
      }
    }
    let circles = circles(in: partials)
    return diagnostics + (circles.isEmpty ? oversize(in: partials) : circles)
  }

  // MARK: Names

  private func check(
    _ tag: Tag, _ content: TemplateKey.Content, in file: SourceFile, into diagnostics: inout [Diagnostic]
  ) {
    guard let expected = TemplateKey(rawValue: tag.name)?.content else {
      let names = TemplateKey.allCases.map(\.rawValue)
      let suggestion = nearest(to: tag.name, among: names)
      diagnostics.append(
        Diagnostic(
          .templateName, at: file.span(tag.range), "No page has a value named “\(tag.name)”",
          help: suggestion.map { "did you mean “\($0)”?" }
            ?? "use one of: \(names.joined(separator: ", "))"))
      return
    }
    guard expected != content else { return }
    let (message, help) =
      expected == .text
      ? ("“\(tag.name)” is text and must be escaped", "write {{\(tag.name)}}")
      : ("“\(tag.name)” is ready HTML and must not be escaped", "write {{{\(tag.name)}}}")
    diagnostics.append(Diagnostic(.templateBraces, at: file.span(tag.range), message, help: help))
  }

  private func missing(_ name: String, at span: Span) -> Diagnostic {
    let suggestion = nearest(to: name, among: Array(templates.keys))
    return Diagnostic(
      .templateMissing, at: span, "There is no template “\(name)”",
      help: suggestion.map { "did you mean “\($0)”?" } ?? "add Templates/\(name).mustache")
  }

  // MARK: Partials

  /// A tag that includes a partial.
  struct Reference {
    let target: String
    let span: Span
    /// How many bytes of white space stand before it where nothing else does on its line.
    let indent: Int
  }

  private func indent(before offset: Int, in file: SourceFile) -> Int {
    var start = offset
    while start > 0, file.bytes[start - 1] == UInt8(ascii: " ") || file.bytes[start - 1] == UInt8(ascii: "\t")
    {
      start -= 1
    }
    return start == 0 || file.bytes[start - 1] == UInt8(ascii: "\n") ? offset - start : 0
  }

  /// Partials that include themselves, told at the tag that closes the circle.
  private func circles(in partials: [String: [Reference]]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var finished: Set<String> = []
    for start in partials.keys.sorted() where !finished.contains(start) {
      var trail = [start]
      var open = [partials[start, default: []][...]]
      while let references = open.last {
        guard let reference = references.first else {
          open.removeLast()
          finished.insert(trail.removeLast())
          continue
        }
        open[open.count - 1].removeFirst()
        if let first = trail.firstIndex(of: reference.target) {
          let circle = (trail[first...] + [reference.target]).joined(separator: " → ")
          diagnostics.append(
            Diagnostic(
              .templateCircle, at: reference.span, "This partial includes itself: \(circle)",
              help: "take one of these partials out of another"))
        } else if !finished.contains(reference.target) {
          trail.append(reference.target)
          open.append(partials[reference.target, default: []][...])
        }
      }
    }
    return diagnostics
  }

  // MARK: Tags

  private struct Tag {
    enum Kind {
      case variable(TemplateKey.Content)
      case partial
    }
    let kind: Kind
    let name: String
    let range: Range<Int>
  }

  private func tags(of file: SourceFile, into diagnostics: inout [Diagnostic]) -> [Tag] {
    if let own = file.bytes.firstRange(of: String(TemplatePieces.delimiter).utf8) {
      diagnostics.append(
        syntax(
          "The character U+10FFFC marks the places of values while the theme is read",
          help: "take it out, or write &#x10FFFC;", file, own))
    }
    var tags: [Tag] = []
    var offset = 0
    while let open = file.bytes[offset...].firstRange(of: "{{".utf8) {
      let isTriple = file.bytes[open.upperBound...].first == UInt8(ascii: "{")
      let closing = isTriple ? "}}}" : "}}"
      guard let close = file.bytes[open.upperBound...].firstRange(of: closing.utf8) else {
        diagnostics.append(syntax("This tag is not closed", help: "end it with \(closing)", file, open))
        break
      }
      let range = open.lowerBound..<close.upperBound
      offset = close.upperBound
      let inner = file.text(in: open.upperBound + (isTriple ? 1 : 0)..<close.lowerBound)
      let name = trimmed(inner.dropFirst(isTriple ? 0 : 1))
      switch (isTriple, inner.first) {
      case (true, _): tags.append(Tag(kind: .variable(.fragment), name: trimmed(inner[...]), range: range))
      case (false, "!"): break
      case (false, "&"): tags.append(Tag(kind: .variable(.fragment), name: name, range: range))
      case (false, ">") where !name.hasPrefix("*"): tags.append(Tag(kind: .partial, name: name, range: range))
      case (false, let sign?) where "#^/<$=%>".contains(sign):
        diagnostics.append(
          syntax(
            "Templates hold variables, partials and comments only",
            help: "take this tag out; what depends on the page is prepared in its values", file, range))
      default: tags.append(Tag(kind: .variable(.text), name: trimmed(inner[...]), range: range))
      }
    }
    return tags
  }

  private func syntax(_ message: String, help: String, _ file: SourceFile, _ range: Range<Int>) -> Diagnostic
  {
    Diagnostic(.templateSyntax, at: file.span(range), message, help: help)
  }

  private func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

extension Rule {
  package static let templateName = Rule(
    "theme.unknown-name", .error,
    "A tag of a template names a value that no page has, so nothing would be shown.")
  package static let templateBraces = Rule(
    "theme.wrong-braces", .error,
    "A tag has the braces of text around ready HTML, or the other way round, so markup would show or go unescaped."
  )
  package static let templateMissing = Rule(
    "theme.missing-template", .error,
    "A template or partial is not there.")
  package static let templateCircle = Rule(
    "theme.partial-circle", .error,
    "A partial includes itself, so the page would never end.")
  package static let templateSyntax = Rule(
    "theme.syntax", .error,
    "A tag of a template is not closed, or of a kind that templates do not have.")
}
