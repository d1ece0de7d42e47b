/// A form in which diagnostics can be written, under the name by which it is asked for.
package enum DiagnosticFormat: String, CaseIterable, Sendable {
  case human, short, github, json, sarif

  /// Whether tools read it, so that it belongs on standard output rather than standard error.
  package var isForMachines: Bool {
    switch self {
    case .human, .short: false
    case .github, .json, .sarif: true
    }
  }

  /// What writes this format.
  ///
  /// - Parameters:
  ///   - usesColor: whether the human format may write ANSI colour sequences.
  ///   - rules: all rules that were checked, which the sarif format describes.
  ///   - source: finds the file of a path.
  package func printer(
    usesColor: Bool = false, rules: [Rule], source: @escaping SourceLookup
  ) -> any DiagnosticPrinter {
    switch self {
    case .human: HumanPrinter(usesColor: usesColor, source: source)
    case .short: ShortPrinter(source: source)
    case .github: GitHubPrinter(source: source)
    case .json: JSONPrinter(source: source)
    case .sarif: SARIFPrinter(rules: rules, source: source)
    }
  }
}
