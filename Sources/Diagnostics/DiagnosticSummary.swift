/// How many diagnostics there are of each severity.
package struct DiagnosticSummary: Hashable, Sendable, CustomStringConvertible {
  package let errors: Int
  package let warnings: Int
  package let advice: Int
  /// How many of them have a fix-it.
  package let fixable: Int

  /// - Parameter diagnostics: what to count.
  package init(of diagnostics: [Diagnostic]) {
    errors = diagnostics.count { $0.severity == .error }
    warnings = diagnostics.count { $0.severity == .warning }
    advice = diagnostics.count { $0.severity == .advice }
    fixable = diagnostics.count { $0.fixIt != nil }
  }

  /// The counts in words, such as `2 errors, 1 warning`; `no errors` where there is nothing at all.
  package var description: String {
    var parts: [String] = []
    if errors > 0 { parts.append(errors == 1 ? "1 error" : "\(errors) errors") }
    if warnings > 0 { parts.append(warnings == 1 ? "1 warning" : "\(warnings) warnings") }
    if advice > 0 { parts.append("\(advice) advice") }
    return parts.isEmpty ? "no errors" : parts.joined(separator: ", ")
  }
}
