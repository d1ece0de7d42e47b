import ArgumentParser
import Courses
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
      let start = ContinuousClock.now
      let builder = try track.builder(policy: diagnostics.policy())
      let report = try await builder.build(into: output)
      try console.print(report, verb: "Built", duration: .now - start)
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

  @Option(
    help: ArgumentHelp("How many lessons to work on at once (default: one a processor).", valueName: "N"))
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256.") }
    if let baseURL, Track.normalizedURL(baseURL) == nil {
      throw ValidationError("--base-url takes an http or https URL such as https://example.org/track/.")
    }
  }

  /// What builds the track.
  ///
  /// - Parameter policy: which diagnostics count.
  func builder(policy: SeverityPolicy) throws -> Builder {
    Builder(
      project: try projectFolder(), baseURL: normalizedBaseURL, includesDrafts: drafts, jobs: jobs,
      policy: policy)
  }

  /// The folder that holds `Content/`.
  func projectFolder() throws -> ProjectFolder {
    try project.map(ProjectFolder.init(at:)) ?? ProjectFolder(above: ".")
  }

  /// Where the site will be published, with `/` at its end; nil where `track.yml` says it.
  var normalizedBaseURL: String? { baseURL.flatMap(Track.normalizedURL) }
}

extension Console {
  /// Prints what a build or a check found, and its last line.
  ///
  /// - Parameters:
  ///   - report: what was found.
  ///   - verb: what was done, such as `Built`.
  ///   - duration: how long it took.
  /// - Throws: the exit status where the course has errors.
  func print(_ report: BuildReport, verb: String, duration: Duration) throws {
    print(report.diagnostics, source: report.source)
    let summary = DiagnosticSummary(of: report.diagnostics)
    if let fault = report.external?.fault {
      say("\(fault.path.harmless): note: the answers of other sites are not kept: \(fault.message)")
    }
    if summary.fixable > 0 {
      say(
        "waymark check --fix can mend \(summary.fixable == 1 ? "one of these" : "\(summary.fixable) of these")"
      )
    }
    guard summary.errors == 0 else {
      say(report.destination == nil ? "\(summary)" : "\(summary); nothing was published")
      throw ExitCode(1)
    }
    if !report.diagnostics.isEmpty { say(summary.description) }
    if let external = report.external {
      let left = external.unasked > 0 ? ", \(external.unasked) not asked" : ""
      say(
        "Asked after \(count(external.asked, "page")) of other sites; \(external.known) known from earlier\(left)"
      )
    }
    var line = "\(verb) \(counts(of: report)) in \(seconds(duration)) s"
    if let destination = report.destination { line += " into \(destination.harmless)" }
    if let publication = report.publication { line += changes(of: publication) }
    say(line)
  }

  /// How much a track holds.
  func counts(of report: BuildReport) -> String {
    [count(report.lessons, "lesson"), count(report.pages, "page"), count(report.questions, "question")]
      .joined(separator: ", ")
  }

  /// Tells of a fix-it that was applied.
  func tell(of fix: AppliedFix) {
    let place = "\(fix.path.harmless):\(fix.position.line):\(fix.position.column)"
    say("\(place): fixed: \(fix.message.harmless) [\(fix.rule.id)]")
  }

  func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  /// A duration in seconds with two decimals.
  func seconds(_ duration: Duration) -> String {
    let hundredths = Int(duration / .milliseconds(10))
    let decimals = hundredths % 100
    return "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)"
  }

  private func changes(of publication: Publication) -> String {
    guard publication.isExchanged else { return "; nothing has changed" }
    return " (\(publication.added) new, \(publication.changed) changed, \(publication.removed) removed)"
  }
}
