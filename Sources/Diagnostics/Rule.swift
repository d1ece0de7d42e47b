/// Something that the tool checks, under the name by which authors allow or deny it.
package struct Rule: Hashable, Sendable {
  /// The stable name: area, dot, kebab-case words, such as `link.broken`.
  package let id: String
  /// How much a violation matters unless the author says otherwise.
  package let severity: Severity
  /// Whether a machine can mend some of its violations: whether its diagnostics may have a ``FixIt``.
  package let isFixable: Bool
  /// What it finds and, where that is not plain, why it matters: one sentence, code in backquotes.
  package let summary: String

  /// - Parameters:
  ///   - id: the stable name, `area.kebab-case`.
  ///   - severity: how much a violation matters by default.
  ///   - isFixable: whether its diagnostics may have a fix-it.
  ///   - summary: what it finds and why it matters, in one sentence with a full stop.
  package init(_ id: String, _ severity: Severity, isFixable: Bool = false, _ summary: String) {
    self.id = id
    self.severity = severity
    self.isFixable = isFixable
    self.summary = summary
  }
}

/// How much a diagnostic matters.
package enum Severity: String, CaseIterable, Comparable, Sendable {
  /// The course cannot be published like this.
  case error
  /// Probably a mistake; the course is published all the same.
  case warning
  /// A way to make the course better; shown when asked for.
  case advice

  package static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .advice: 2
    }
  }
}
