import ArgumentParser
import Diagnostics
import Workspace

/// How diagnostics are shown, and which of them count.
struct DiagnosticOptions: ParsableArguments {
  @Option(
    help: """
      How to print diagnostics: human or short to standard error; github, json or sarif to standard output.
      """)
  var format: DiagnosticFormat = .human

  @Option(
    help: ArgumentHelp(
      "Treat a rule, or all warnings, as errors; may be repeated.", valueName: "RULE|warnings"))
  var deny: [String] = []

  @Option(
    help: ArgumentHelp("Do not report a rule that is not an error; may be repeated.", valueName: "RULE"))
  var allow: [String] = []

  @Flag(help: "Also print advice on writing better questions.")
  var advice = false

  @Option(help: "When to use colour: auto, always or never.")
  var color: ColorChoice = .auto

  enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
  }

  func validate() throws {
    _ = try policy()
  }

  /// What the author asked to be stricter or more lenient about.
  ///
  /// - Throws: a validation error that names an unknown rule.
  func policy() throws -> SeverityPolicy {
    do {
      return try SeverityPolicy(deny: deny, allow: allow, showsAdvice: advice, rules: Builder.rules)
    } catch {
      throw ValidationError(error.description)
    }
  }
}

extension DiagnosticFormat: ExpressibleByArgument {}
