import ArgumentParser
import Diagnostics

/// How diagnostics are shown, and which of them count.
struct DiagnosticOptions: ParsableArguments {
  @Option(help: "How to print diagnostics: human or short to standard error, github or json to standard output.")
  var format: Format = .human

  @Option(
    help: ArgumentHelp(
      "Treat a rule, or all warnings, as errors; may be repeated.", valueName: "RULE|warnings"))
  var deny: [String] = []

  @Option(help: ArgumentHelp("Do not report a rule that is not an error; may be repeated.", valueName: "RULE"))
  var allow: [String] = []

  @Flag(help: "Also print advice on writing better questions.")
  var advice = false

  @Option(help: "Colour: auto, always or never.")
  var color: ColorChoice = .auto

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case human, short, github, json
  }

  enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
  }
}
