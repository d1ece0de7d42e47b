import ArgumentParser
import Diagnostics
import Rendering
import Workspace

/// `waymark render`: one Markdown file to an HTML fragment.
struct RenderCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Write a Markdown file as an HTML fragment to standard output.",
    discussion: """
      The fragment is what the body of a lesson page would be; of a file named practice.md, the body of a \
      practice page. Links are not looked up, since the file stands alone.
      """)

  @OptionGroup var diagnostics: DiagnosticOptions

  @Argument(help: "The file; - for standard input.")
  var file = "-"

  @Flag(help: "GitHub-flavoured Markdown and nothing more: what cmark-gfm itself writes, raw HTML left out.")
  var plain = false

  func run() async throws {
    let console = Console(options: diagnostics)
    let policy = try diagnostics.policy()
    try await console.reportingMachineFaults {
      let source = try InputFile.read(file)
      let fragment = plain ? Fragment.plain(of: source) : Fragment.page(of: source)
      let shown = policy.applied(to: fragment.diagnostics.sortedWithoutRepeats())
      console.print(shown) { $0 == source.path ? source : nil }
      if DiagnosticSummary(of: shown).errors > 0 { throw ExitCode(1) }
      console.write(fragment.html)
    }
  }
}
