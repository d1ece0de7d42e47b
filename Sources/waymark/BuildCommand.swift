import ArgumentParser
import Diagnostics
import Workspace

/// `waymark build`: from `Content/` to a published site.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the track into Public/.",
    discussion: "A build with errors publishes nothing and leaves the previous site as it was.")

  @OptionGroup var track: TrackOptions
  @OptionGroup var diagnostics: DiagnosticOptions

  @Option(
    help: ArgumentHelp("The folder to publish into (default: Public/ in the project).", valueName: "DIR"))
  var output: String?

  func run() async throws {
    let console = Console(options: diagnostics)
    try await console.reportingMachineFaults {
      let builder = try track.builder(policy: diagnostics.policy())
      let report = try await builder.build(into: output)
      try console.print(report)
    }
  }
}

/// `waymark check`: the same reading and the same rules, and nothing written.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check the track and write nothing.")

  @OptionGroup var track: TrackOptions
  @OptionGroup var diagnostics: DiagnosticOptions

  func run() async throws {
    let console = Console(options: diagnostics)
    try await console.reportingMachineFaults {
      let report = try await track.builder(policy: diagnostics.policy()).check()
      try console.print(report)
    }
  }
}

/// Where the track lies and how it is built.
struct TrackOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder that holds Content/ (default: the nearest one upwards from here).", valueName: "DIR"))
  var project: String?

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp("Where the site will be published; overrides url in track.yml.", valueName: "URL"))
  var baseURL: String?

  @Flag(help: "Include lessons whose status is draft.")
  var drafts = false

  @Option(help: ArgumentHelp("How many lessons to work on at once (default: one a processor).", valueName: "N"))
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256.") }
    if let baseURL, TrackAddress(baseURL) == nil {
      throw ValidationError("--base-url takes an http or https URL such as https://example.org/track/.")
    }
  }

  /// What builds the track.
  ///
  /// - Parameter policy: which diagnostics count.
  func builder(policy: SeverityPolicy) throws -> Builder {
    Builder(
      project: try ProjectFolder.find(from: project), baseURL: baseURL, includesDrafts: drafts,
      jobs: jobs, policy: policy)
  }
}

extension Console {
  /// Prints what a build or a check found, and its last line.
  ///
  /// - Throws: the exit status where the course has errors.
  func print(_ report: BuildReport) throws {
    print(report.diagnostics, source: report.source)
    let summary = DiagnosticSummary(of: report.diagnostics)
    if !report.diagnostics.isEmpty { say(summary.description) }
    say(report.line)
    if summary.errors > 0 { throw ExitCode(1) }
  }
}
