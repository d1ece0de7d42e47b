/// One mistake of an author: what is wrong, where, and what to do about it.
///
/// Diagnostics are collected, never thrown, so that one run tells of every mistake.
package struct Diagnostic: Hashable, Sendable {
  /// What was checked.
  package let rule: Rule
  /// How much it matters: the rule's severity unless the author changed it.
  package var severity: Severity
  /// What is wrong, in one clause without a final full stop.
  package let message: String
  /// Where it is wrong.
  package let span: Span
  /// Other places that explain it, such as the first of two.
  package let notes: [Note]
  /// The remedy, as an instruction.
  package let help: String
  /// What a machine can do about it; nil where only its author can tell.
  package var fixIt: FixIt?

  /// Another place that explains a diagnostic.
  package struct Note: Hashable, Sendable {
    /// What the place has to do with it.
    package let message: String
    /// The place.
    package let span: Span

    /// - Parameters:
    ///   - message: what the place has to do with the diagnostic.
    ///   - span: the place.
    package init(_ message: String, at span: Span) {
      self.message = message
      self.span = span
    }
  }

  /// - Parameters:
  ///   - rule: what was checked.
  ///   - span: where it is wrong.
  ///   - message: what is wrong, in one clause without a final full stop.
  ///   - help: the remedy, as an instruction.
  ///   - notes: other places that explain it.
  ///   - fixIt: what a machine can do about it; only for rules that are ``Rule/isFixable``.
  package init(
    _ rule: Rule, at span: Span, _ message: String, help: String, notes: [Note] = [], fixIt: FixIt? = nil
  ) {
    self.rule = rule
    self.severity = rule.severity
    self.message = message
    self.span = span
    self.help = help
    self.notes = notes
    self.fixIt = fixIt
  }
}

extension Diagnostic: Comparable {
  /// By path, place, rule and text, so that the order does not depend on the order of work.
  package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    left.sortKey < right.sortKey
  }

  private var sortKey: (String, Int, String, String, Int) {
    (span.path, span.range.lowerBound, rule.id, message, span.range.upperBound)
  }
}

extension [Diagnostic] {
  /// The diagnostics in their order, each once.
  package func sortedWithoutRepeats() -> [Diagnostic] {
    var result: [Diagnostic] = []
    for diagnostic in sorted() where result.last != diagnostic { result.append(diagnostic) }
    return result
  }
}
