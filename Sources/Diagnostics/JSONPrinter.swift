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
/// where the path is no readable file. The version rises when a key changes its meaning or goes away.
package struct JSONPrinter: DiagnosticPrinter {
  private let source: SourceLookup

  /// - Parameter source: finds the file of a path.
  package init(source: @escaping SourceLookup) {
    self.source = source
  }

  package func text(of diagnostics: [Diagnostic]) -> String {
    let report = Report(diagnostics: diagnostics.map(item(of:)), version: 1)
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

  private func item(of diagnostic: Diagnostic) -> Item {
    Item(
      rule: diagnostic.rule.id, severity: diagnostic.severity.rawValue, message: diagnostic.message,
      help: diagnostic.help, path: diagnostic.span.path,
      start: place(at: diagnostic.span.range.lowerBound, in: diagnostic.span.path),
      end: place(at: diagnostic.span.range.upperBound, in: diagnostic.span.path),
      notes: diagnostic.notes.map(note(of:)))
  }

  private func note(of note: Diagnostic.Note) -> Note {
    Note(
      message: note.message, path: note.span.path,
      start: place(at: note.span.range.lowerBound, in: note.span.path),
      end: place(at: note.span.range.upperBound, in: note.span.path))
  }

  private func place(at offset: Int, in path: String) -> Place? {
    guard let source = source(path) else { return nil }
    let position = source.position(at: offset)
    return Place(line: position.line, column: position.column, offset: min(offset, source.bytes.count))
  }
}
