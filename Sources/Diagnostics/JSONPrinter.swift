import FoundationEssentials

/// Writes all diagnostics as one JSON object, for tools.
///
/// ```
/// {"diagnostics":[{"end":{"column":6,"line":14,"offset":210},"help":"…","message":"…","notes":[],
/// "path":"Content/x/practice.md","rule":"practice.none-right","severity":"error",
/// "start":{"column":3,"line":14,"offset":207}}],"version":1}
/// ```
///
/// Keys are in alphabetical order. Lines and columns count from 1, columns in Unicode scalars; offsets
/// count bytes from 0; `end` is the place after the last character. `start` and `end` are left out
/// where the path as such is meant or is no readable file. `fix` is there where a machine can mend the
/// mistake: the file's `path`, a `message`, and `edits`, each with the `start` and `end` of what goes and
/// the `replacement`. The version rises when a key changes its meaning or goes away.
package struct JSONPrinter: DiagnosticPrinter {
  private let source: SourceLookup

  /// - Parameter source: finds the file of a path.
  package init(source: @escaping SourceLookup) {
    self.source = source
  }

  package func text(of diagnostics: [Diagnostic]) -> String {
    var places = PlaceFinder(source)
    let report = Report(diagnostics: diagnostics.map { item(of: $0, &places) }, version: 1)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(report), as: UTF8.self) + "\n"
    } catch {
      preconditionFailure("Strings and integers are encoded without error: \(error)")
    }
  }

  private struct Report: Encodable {
    let diagnostics: [Item]
    let version: Int
  }

  private struct Item: Encodable {
    let rule: String
    let severity: String
    let message: String
    let help: String
    let path: String
    let start: Place?
    let end: Place?
    let notes: [Note]
    let fix: Fix?
  }

  private struct Fix: Encodable {
    let message: String
    let path: String
    let edits: [Edit]
  }

  private struct Edit: Encodable {
    let start: Place?
    let end: Place?
    let replacement: String
  }

  private struct Note: Encodable {
    let message: String
    let path: String
    let start: Place?
    let end: Place?
  }

  private struct Place: Encodable {
    let line: Int
    let column: Int
    let offset: Int
  }

  private func item(of diagnostic: Diagnostic, _ places: inout PlaceFinder) -> Item {
    let (start, end) = ends(of: diagnostic.span, &places)
    return Item(
      rule: diagnostic.rule.id, severity: diagnostic.severity.rawValue, message: diagnostic.message,
      help: diagnostic.help, path: diagnostic.span.path, start: start, end: end,
      notes: diagnostic.notes.map { note(of: $0, &places) },
      fix: diagnostic.fixIt.map { fix(of: $0, &places) })
  }

  private func note(of note: Diagnostic.Note, _ places: inout PlaceFinder) -> Note {
    let (start, end) = ends(of: note.span, &places)
    return Note(message: note.message, path: note.span.path, start: start, end: end)
  }

  private func fix(of fixIt: FixIt, _ places: inout PlaceFinder) -> Fix {
    let edits = fixIt.edits.map { edit in
      let (start, end) = ends(of: Span(path: fixIt.path, range: edit.range), &places)
      return Edit(start: start, end: end, replacement: edit.replacement)
    }
    return Fix(message: fixIt.message, path: fixIt.path, edits: edits)
  }

  private func ends(of span: Span, _ places: inout PlaceFinder) -> (start: Place?, end: Place?) {
    guard let source = places.source(of: span) else { return (nil, nil) }
    let place = { (offset: Int, places: inout PlaceFinder) in
      let position = places.position(at: offset, in: source)
      return Place(line: position.line, column: position.column, offset: min(offset, source.bytes.count))
    }
    return (place(span.range.lowerBound, &places), place(span.range.upperBound, &places))
  }
}
