import Diagnostics
import TestSupport

/// An example after its fix-its, applied again and again until none is left.
struct FixedExample {
  /// The files that were changed, with their new text, in the order of the example.
  let files: [(name: String, text: String)]
  /// What is wrong with all files then.
  let diagnostics: [Diagnostic]
  /// How often fix-its were applied.
  let rounds: Int

  /// - Parameters:
  ///   - parts: the files of the example.
  ///   - check: finds what is wrong with files.
  init(_ parts: [(name: String, text: String)], check: ([(name: String, text: String)]) -> [Diagnostic]) {
    var fixed = parts
    var diagnostics = check(parts)
    var rounds = 0
    while rounds < 20, diagnostics.contains(where: { $0.fixIt != nil }) {
      fixed = Self.applying(diagnostics, to: fixed)
      diagnostics = check(fixed)
      rounds += 1
    }
    files = zip(parts, fixed).filter { $0.text != $1.text }.map(\.1)
    self.diagnostics = diagnostics
    self.rounds = rounds
  }

  private static func applying(_ diagnostics: [Diagnostic], to parts: [(name: String, text: String)])
    -> [(name: String, text: String)]
  {
    parts.map { part in
      let source = SourceFile(path: part.name, bytes: Example.bytes(of: part.text))
      let file = FixedFile(applying: diagnostics, to: source)
      return file.fixed.isEmpty ? part : (part.name, String(decoding: file.bytes, as: UTF8.self))
    }
  }

  /// The fix-its of an example that do not end their diagnostic when each is applied alone, as editors do.
  static func fixItsInVain(
    _ parts: [(name: String, text: String)], check: ([(name: String, text: String)]) -> [Diagnostic]
  ) -> [String] {
    let before = check(parts)
    return before.filter { $0.fixIt != nil }.compactMap { diagnostic in
      let after = check(applying([diagnostic], to: parts))
      let (left, all) = (
        after.count { $0.rule == diagnostic.rule }, before.count { $0.rule == diagnostic.rule }
      )
      return left < all ? nil : "\(diagnostic.rule.id): \(diagnostic.fixIt?.message ?? "")"
    }
  }

  /// A file as editors of another system save it, with a byte order mark.
  static func savedElsewhere(_ parts: [(name: String, text: String)]) -> [(name: String, text: String)] {
    parts.map { ($0.name, "\u{FEFF}" + $0.text.replacing("\n", with: "\r\n")) }
  }

  /// What an example shows against the promises of fix-its; empty where all is well.
  ///
  /// A rule has a fix-it in its example if and only if it says so. A fix-it ends its diagnostic and brings no
  /// other one, and when all are applied nothing is left that a machine could mend.
  ///
  /// - Parameter before: what was wrong with the example.
  /// - Returns: a line for each broken promise.
  func brokenPromises(of rule: Rule, before: [Diagnostic]) -> [String] {
    var problems: [String] = []
    if before.contains(where: { $0.rule == rule && $0.fixIt != nil }) != rule.isFixable {
      problems.append("\(rule.id) says that it is \(rule.isFixable ? "" : "not ")fixable")
    }
    for diagnostic in before where diagnostic.fixIt != nil && !diagnostic.rule.isFixable {
      problems.append("\(diagnostic.rule.id) has a fix-it")
    }
    let ids = before.filter { $0.fixIt == nil }.map(\.rule.id)
    for id in Set(diagnostics.map(\.rule.id)) {
      let (left, expected) = (diagnostics.count { $0.rule.id == id }, ids.count { $0 == id })
      if left > expected { problems.append("\(left) of \(id) are left, \(expected) were expected") }
    }
    if diagnostics.contains(where: { $0.fixIt != nil }) { problems.append("fix-its are left") }
    return problems
  }
}
