import ArgumentParser
import Workspace

/// `waymark diff`: what changed between two built sites.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tell what changed between two built sites.",
    discussion: """
      The Markdown is fit for a comment on a pull request. The exit status is 0 when the two could be \
      compared, whatever they hold.
      """)

  @Argument(help: ArgumentHelp("The folder of the site as it was.", valueName: "OLD"))
  var old: String

  @Argument(help: ArgumentHelp("The folder of the site as it is.", valueName: "NEW"))
  var new: String

  @Option(help: "How to print the comparison: markdown or json.")
  var format: Format = .markdown

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case markdown, json
  }

  func run() async throws {
    let console = Console()
    try await console.reportingMachineFaults {
      let diff = try SiteDiff(from: old, to: new)
      console.write(Array((format == .markdown ? diff.markdown : diff.json).utf8))
    }
  }
}
