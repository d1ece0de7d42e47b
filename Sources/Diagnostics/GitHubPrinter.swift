/// Writes each diagnostic as a workflow command, which GitHub Actions shows beside the changed line.
///
/// The form and its escapes are those of `issueCommand` in github.com/actions/toolkit,
/// `packages/core/src/command.ts`.
package struct GitHubPrinter: DiagnosticPrinter {
  private let source: SourceLookup

  /// - Parameter source: finds the file of a path.
  package init(source: @escaping SourceLookup) {
    self.source = source
  }

  package func text(of diagnostics: [Diagnostic]) -> String {
    var places = PlaceFinder(source)
    return diagnostics.map { diagnostic in
      var properties = [("file", diagnostic.span.path.harmless)]
      if let source = places.source(of: diagnostic.span) {
        properties += place(of: diagnostic.span, in: source, &places)
      }
      properties.append(("title", diagnostic.rule.id))
      let list = properties.map { "\($0)=\(escaped($1, more: [":", ","]))" }.joined(separator: ",")
      let message = "\(diagnostic.message.harmless)\nhelp: \(diagnostic.help.harmless)"
      return "::\(command(for: diagnostic.severity)) \(list)::\(escaped(message))\n"
    }.joined()
  }

  /// Line and columns; GitHub's end column is that of the last character, and it takes columns of
  /// one line only.
  private func place(
    of span: Span, in source: SourceFile, _ places: inout PlaceFinder
  ) -> [(String, String)] {
    let start = places.position(at: span.range.lowerBound, in: source)
    let end = places.position(at: span.range.upperBound, in: source)
    var place = [("line", "\(start.line)"), ("endLine", "\(end.line)")]
    if start.line == end.line {
      place += [("col", "\(start.column)"), ("endColumn", "\(max(start.column, end.column - 1))")]
    }
    return place
  }

  private func command(for severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .advice: "notice"
    }
  }

  private func escaped(_ text: String, more: Set<Unicode.Scalar> = []) -> String {
    var result = String.UnicodeScalarView()
    // Not by characters: one with a combining mark behind it is another character.
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25".unicodeScalars
      case "\r": result += "%0D".unicodeScalars
      case "\n": result += "%0A".unicodeScalars
      case ":" where more.contains(scalar): result += "%3A".unicodeScalars
      case "," where more.contains(scalar): result += "%2C".unicodeScalars
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
