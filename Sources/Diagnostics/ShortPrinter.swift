/// Writes each diagnostic as one line, as compilers do: `path:line:column: error: message [rule]`.
package struct ShortPrinter: DiagnosticPrinter {
  private let source: SourceLookup

  /// - Parameter source: finds the file of a path.
  package init(source: @escaping SourceLookup) {
    self.source = source
  }

  package func text(of diagnostics: [Diagnostic]) -> String {
    var places = PlaceFinder(source)
    return diagnostics.map { diagnostic in
      let location = places.location(of: diagnostic.span, in: places.source(of: diagnostic.span))
      let message = diagnostic.message.harmless
      return "\(location): \(diagnostic.severity.rawValue): \(message) [\(diagnostic.rule.id)]\n"
    }.joined()
  }
}
