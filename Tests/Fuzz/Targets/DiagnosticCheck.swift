import Diagnostics

/// What must hold of every diagnostic: it stands in its file, can be printed in all formats, and its fix-it
/// can be applied.
enum DiagnosticCheck {
  /// - Parameters:
  ///   - diagnostics: what was found in a file.
  ///   - source: the file.
  /// - Returns: what does not hold of them; nil where all holds.
  static func problem(with diagnostics: [Diagnostic], in source: SourceFile) -> String? {
    for diagnostic in diagnostics {
      for span in [diagnostic.span] + diagnostic.notes.map(\.span) where span.path == source.path {
        if !isInside(span.range, of: source) { return "\(diagnostic.rule.id) stands at \(span.range)" }
      }
      if diagnostic.message.isEmpty || diagnostic.help.isEmpty { return "\(diagnostic.rule.id) says nothing" }
      for edit in diagnostic.fixIt?.edits ?? [] where !isInside(edit.range, of: source) {
        return "the fix-it of \(diagnostic.rule.id) edits \(edit.range)"
      }
    }
    let sorted = diagnostics.sortedWithoutRepeats()
    let lookup: SourceLookup = { $0 == source.path ? source : nil }
    let human = HumanPrinter(usesColor: false, source: lookup).text(of: sorted)
    if human.isEmpty != sorted.isEmpty { return "a diagnostic is not printed" }
    // A control character could change what a terminal shows of the rest.
    if human.unicodeScalars.contains(where: {
      $0.value < 0x20 && $0 != "\n" && $0 != "\t" || $0.value == 0x7F
    }) {
      return "a control character is printed"
    }
    _ = FixedFile(applying: sorted, to: source)
    return nil
  }

  private static func isInside(_ range: Range<Int>, of source: SourceFile) -> Bool {
    range.lowerBound >= 0 && range.upperBound <= source.bytes.count
  }
}
