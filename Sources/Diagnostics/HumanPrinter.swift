/// Writes each diagnostic with the line it means, a caret, the remedy and its notes.
///
/// ```
/// Content/x/practice.md:14:3: error: “Choose one” has no choice marked right [practice.none-right]
///   14 | - [ ] a value that may be absent
///      |   ^~~
///      = help: put an x in the box of the right choice
/// ```
///
/// Where there is a fix-it, a line `= fix:` says what it would do.
package struct HumanPrinter: DiagnosticPrinter {
  private let style: TerminalStyle
  private let source: SourceLookup

  /// - Parameters:
  ///   - usesColor: whether to write ANSI colour sequences.
  ///   - source: finds the file of a path.
  package init(usesColor: Bool, source: @escaping SourceLookup) {
    self.style = TerminalStyle(isOn: usesColor)
    self.source = source
  }

  package func text(of diagnostics: [Diagnostic]) -> String {
    var places = PlaceFinder(source)
    return diagnostics.map { text(of: $0, &places) }.joined(separator: "\n")
  }

  private func text(of diagnostic: Diagnostic, _ places: inout PlaceFinder) -> String {
    let source = places.source(of: diagnostic.span)
    let excerpt = source.map { Excerpt(of: diagnostic.span, in: $0) }
    let gutter = gutter(of: excerpt)
    let severity = style.severity(diagnostic.severity, "\(diagnostic.severity.rawValue):")
    var text = style.bold("\(places.location(of: diagnostic.span, in: source)):")
    text += " \(severity) \(style.bold(diagnostic.message.harmless)) [\(diagnostic.rule.id)]\n"
    text += lines(of: excerpt, gutter: gutter)
    text += "\(gutter) = \(style.help("help:")) \(diagnostic.help.harmless)\n"
    if let fixIt = diagnostic.fixIt {
      text += "\(gutter) = \(style.help("fix:")) \(fixIt.message.harmless)\n"
    }
    for note in diagnostic.notes { text += self.text(of: note, &places) }
    return text
  }

  private func text(of note: Diagnostic.Note, _ places: inout PlaceFinder) -> String {
    let source = places.source(of: note.span)
    let excerpt = source.map { Excerpt(of: note.span, in: $0) }
    let location = style.bold("\(places.location(of: note.span, in: source)):")
    return "\(location) \(style.note("note:")) \(note.message.harmless)\n"
      + lines(of: excerpt, gutter: gutter(of: excerpt))
  }

  /// As many spaces as the line number takes with the two before it.
  private func gutter(of excerpt: Excerpt?) -> String {
    String(repeating: " ", count: 2 + (excerpt.map { String($0.line).count } ?? 0))
  }

  private func lines(of excerpt: Excerpt?, gutter: String) -> String {
    guard let excerpt else { return "" }
    let indent = String(repeating: " ", count: excerpt.indent)
    return "  \(excerpt.line) | \(excerpt.text)\n" + "\(gutter) | \(indent)\(style.caret(excerpt.caret))\n"
  }
}
