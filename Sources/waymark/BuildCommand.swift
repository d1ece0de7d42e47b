import ArgumentParser
import Workspace

/// `waymark build`: from `Content/` to a published site.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the track into Public/.",
    discussion: "A build with errors publishes nothing and leaves the previous site as it was.")

  @OptionGroup var project: ProjectOptions
  @OptionGroup var diagnostics: DiagnosticOptions

  @Option(
    help: ArgumentHelp("The folder to publish into (default: Public/ in the project).", valueName: "DIR"))
  var output: String?

  func run() async throws {
    let console = Console(options: diagnostics)
    try await console.reportingMachineFaults {
      let folder = try project.folder()
      let builder = project.builder(for: folder, policy: diagnostics.policy)
      let report = try await builder.build(into: folder.output(named: output))
      try console.print(report, of: folder)
    }
  }
}

/// `waymark check`: the same reading and the same rules, and nothing written.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check the track and write nothing.")

  @OptionGroup var project: ProjectOptions
  @OptionGroup var diagnostics: DiagnosticOptions

  func run() async throws {
    let console = Console(options: diagnostics)
    try await console.reportingMachineFaults {
      let folder = try project.folder()
      let report = try await project.builder(for: folder, policy: diagnostics.policy).check()
      try console.print(report, of: folder)
    }
  }
}

/// Where the track lies and how it is built.
struct ProjectOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder that holds Content/ (default: the nearest one upwards from here).", valueName: "DIR"))
  var project: String?

  @Option(
    help: ArgumentHelp("Where the site will be published; overrides url in track.yml.", valueName: "URL"))
  var baseURL: String?

  @Flag(help: "Include lessons whose status is draft.")
  var drafts = false

  @Option(help: ArgumentHelp("How many pages to work on at once (default: one a processor).", valueName: "N"))
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256") }
    if let baseURL, !Builder.isBaseURL(baseURL) {
      throw ValidationError("--base-url takes an absolute http or https URL such as https://example.org/track/")
    }
  }
}
