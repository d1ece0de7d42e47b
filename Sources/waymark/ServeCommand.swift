import ArgumentParser
import Diagnostics
import Dispatch
import Glibc
import Workspace

/// `waymark serve`: a live preview on this machine.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Preview the track in a browser, up to date with every save.",
    discussion: """
      The preview is on 127.0.0.1 alone and writes nothing. Pages reload when they change; what is wrong with \
      a page is shown on it, and everything here. Ctrl-C ends it.
      """)

  @OptionGroup var track: TrackOptions
  @OptionGroup var diagnostics: DiagnosticOptions

  @Option(help: ArgumentHelp("Where to listen; 0 for any port that is free.", valueName: "PORT"))
  var port: UInt16 = 8080

  func run() async throws {
    let console = Console(options: diagnostics)
    try await console.reportingMachineFaults {
      let server = try track.server(policy: diagnostics.policy(), port: port)
      let start = ContinuousClock.now
      let serving = Task {
        try await server.run { event in console.print(event, since: start) }
      }
      let signals = [SIGINT, SIGTERM, SIGHUP].map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number)
        source.setEventHandler { serving.cancel() }
        source.resume()
        return source
      }
      defer { for source in signals { source.cancel() } }
      try await serving.value
      console.say("The preview has ended.")
    }
  }
}

extension TrackOptions {
  /// What shows the track as it is written.
  ///
  /// - Parameters:
  ///   - policy: which diagnostics count.
  ///   - port: where to listen; 0 for any port that is free.
  fileprivate func server(policy: SeverityPolicy, port: UInt16) throws -> PreviewServer {
    PreviewServer(
      project: try projectFolder(), baseURL: normalizedBaseURL, includesDrafts: drafts, jobs: jobs,
      policy: policy, port: port)
  }
}

extension Console {
  /// Prints what a preview has to tell.
  fileprivate func print(_ event: PreviewServer.Event, since start: ContinuousClock.Instant) {
    switch event {
    case .started(let report, let address):
      print(report.diagnostics, source: report.source)
      say("\(counts(of: report)) in \(seconds(.now - start)) s; \(DiagnosticSummary(of: report.diagnostics))")
      say("The preview is at \(address) (Ctrl-C ends it)")
    case .updated(let report, let files, let hasNewDiagnostics):
      guard files > 0 || hasNewDiagnostics else { return }
      if hasNewDiagnostics { print(report.diagnostics, source: report.source) }
      let number = files == 1 ? "1 file is" : "\(files) files are"
      say("\(number) different; \(DiagnosticSummary(of: report.diagnostics))")
    case .failed(let fault):
      say(fault)
      say("The preview goes on with what it had.")
    case .leftOut(let paths, let room):
      let names = paths.prefix(3).map(\.harmless).joined(separator: ", ")
      let more = paths.count > 3 ? " and \(paths.count - 3) more" : ""
      say(
        "The preview keeps \(room) MB of files at most and leaves out \(names)\(more), which a build publishes."
      )
    case .recovered:
      say("That is mended; the preview is up to date again.")
    }
  }
}
