/// Something that the tool checks, under the name by which authors allow or deny it.
package struct Rule: Hashable, Sendable {
  /// The stable name: area, dot, kebab-case words, such as `link.broken`.
  package let id: String
  /// How much a violation matters unless the author says otherwise.
  package let severity: Severity

  /// - Parameters:
  ///   - id: the stable name, `area.kebab-case`.
  ///   - severity: how much a violation matters by default.
  package init(_ id: String, _ severity: Severity) {
    self.id = id
    self.severity = severity
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
