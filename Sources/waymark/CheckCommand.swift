import ArgumentParser
import Courses
import Diagnostics
import Workspace

/// `waymark check`: the same reading and the same rules, and nothing written but what `--fix` mends.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check the track and write nothing.",
    discussion: """
      With --fix the files of the track are mended where only one thing can be meant. What was done is told on \
      standard error, the rest of each file stays as it is, and what is left is reported.
      """)

  @OptionGroup var track: TrackOptions
  @OptionGroup var external: ExternalOptions
  @OptionGroup var diagnostics: DiagnosticOptions

  @Flag(help: "First mend what a machine can mend.")
  var fix = false

  @Option(
    help: ArgumentHelp(
      "The folder whose published site is compared with (default: Public/ in the project).",
      valueName: "DIR"))
  var output: String?

  @Flag(
    help: """
      Also tell which questions test which objective, how long the pages take, and what each lesson needs: \
      as text, or with --format json as JSON, on standard output. Diagnostics then go to standard error.
      """)
  var report = false

  func validate() throws {
    if report, diagnostics.format == .github || diagnostics.format == .sarif {
      throw ValidationError("--report is written as text or as json; choose that --format.")
    }
  }

  func run() async throws {
    let isJSON = diagnostics.format == .json
    let console = Console(options: diagnostics, format: report && isJSON ? .human : nil)
    try await console.reportingMachineFaults {
      let start = ContinuousClock.now
      let builder = try track.builder(policy: diagnostics.policy())
      if fix { try await builder.fix(console.tell(of:)) }
      let report = try await builder.check(
        against: output, external: external.check(telling: console), reportsCourse: report)
      if let course = report.course { console.write(Array((isJSON ? course.json : course.text).utf8)) }
      try console.print(report, verb: "Checked", duration: .now - start)
    }
  }
}

/// Whether and how other sites are asked.
struct ExternalOptions: ParsableArguments {
  @Flag(help: "Also ask other sites whether the pages are there that the track links to.")
  var external = false

  @Option(help: ArgumentHelp("How many seconds another site has for an answer.", valueName: "SECONDS"))
  var timeout = 15

  @Flag(help: "Also ask addresses that only this machine or its network can reach.")
  var privateNetwork = false

  func validate() throws {
    guard (1...300).contains(timeout) else {
      throw ValidationError("--timeout takes a number of seconds from 1 to 300.")
    }
    guard external || !privateNetwork else { throw ValidationError("--private-network needs --external.") }
  }

  /// What asks; nil where nobody is to be asked.
  ///
  /// - Parameter console: told that it begins, since it may take minutes.
  func check(telling console: Console) -> ExternalLinkCheck? {
    guard external else { return nil }
    return ExternalLinkCheck(timeout: timeout, allowsPrivateNetwork: privateNetwork) { addresses in
      console.sayOnTerminal("Asking after \(console.count(addresses, "page")) of other sites …")
    }
  }
}
