/// What the author asked to be stricter or more lenient about.
///
/// A rule that is denied by its own name is an error. One that is allowed is silent; only warnings and
/// advice can be allowed. Denying all warnings spares those that are allowed. Advice is silent unless
/// it is asked for or denied by name.
package struct SeverityPolicy: Hashable, Sendable {
  private var denied: Set<String> = []
  private var allowed: Set<String> = []
  private var deniesWarnings = false
  private let showsAdvice: Bool

  /// Why a policy cannot be made.
  package enum Mistake: Error, Hashable, CustomStringConvertible {
    /// No rule has the name; with the name that was perhaps meant.
    case unknownRule(String, suggestion: String?)
    /// The rule is an error and cannot be allowed.
    case allowsError(String)

    package var description: String {
      switch self {
      case .unknownRule(let name, let suggestion?):
        "There is no rule “\(name)”. Did you mean “\(suggestion)”?"
      case .unknownRule(let name, nil): "There is no rule “\(name)”."
      case .allowsError(let name): "“\(name)” is an error and cannot be allowed."
      }
    }
  }

  /// What a run does when nothing is asked for.
  package static let standard = SeverityPolicy(showsAdvice: false)

  private init(showsAdvice: Bool) {
    self.showsAdvice = showsAdvice
  }

  /// - Parameters:
  ///   - deny: names of rules that are errors from now on, or `warnings` for all warnings.
  ///   - allow: names of rules to be silent about.
  ///   - showsAdvice: whether advice is shown.
  ///   - rules: all rules that there are.
  /// - Throws: the first mistake in the names.
  package init(
    deny: [String], allow: [String], showsAdvice: Bool, rules: [Rule]
  ) throws(Mistake) {
    self.init(showsAdvice: showsAdvice)
    let severities = Dictionary(rules.map { ($0.id, $0.severity) }, uniquingKeysWith: { first, _ in first })
    for name in deny {
      if name == "warnings" {
        deniesWarnings = true
      } else if severities[name] != nil {
        denied.insert(name)
      } else {
        let names = rules.map(\.id) + ["warnings"]
        throw .unknownRule(name, suggestion: nearest(to: name, among: names))
      }
    }
    for name in allow {
      switch severities[name] {
      case nil: throw .unknownRule(name, suggestion: nearest(to: name, among: rules.map(\.id)))
      case .error: throw .allowsError(name)
      case .warning, .advice: allowed.insert(name)
      }
    }
  }

  /// The diagnostics that are to be shown, with the severities that were asked for.
  package func applied(to diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.compactMap { diagnostic in
      severity(of: diagnostic.rule, usually: diagnostic.severity).map { severity in
        var diagnostic = diagnostic
        diagnostic.severity = severity
        return diagnostic
      }
    }
  }

  /// Whether what breaks a rule is shown.
  package func shows(_ rule: Rule) -> Bool { severity(of: rule, usually: rule.severity) != nil }

  private func severity(of rule: Rule, usually severity: Severity) -> Severity? {
    if denied.contains(rule.id) { return .error }
    if allowed.contains(rule.id) { return nil }
    switch severity {
    case .error: return .error
    case .warning: return deniesWarnings ? .error : .warning
    case .advice: return showsAdvice ? .advice : nil
    }
  }
}
