/// Writes each diagnostic as one line, as compilers do: `path:line:column: error: message [rule]`.
package struct ShortPrinter: DiagnosticPrinter {
  private let source: SourceLookup

  /// - Parameter source: finds the file of a path.
  package init(source: @escaping SourceLookup) {
    self.source = source
  }

  package func text(of diagnostics: [Diagnostic]) -> String {
    diagnostics.map { diagnostic in
      let location = diagnostic.span.location(in: source(diagnostic.span.path))
      let message = diagnostic.message.harmless
      return "\(location): \(diagnostic.severity.rawValue): \(message) [\(diagnostic.rule.id)]\n"
    }.joined()
  }
}
