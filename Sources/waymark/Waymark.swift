import ArgumentParser

/// The program: its commands and what they share.
@main
struct Waymark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waymark",
    abstract: "Turns a folder of Markdown into a course track that people can read, practise and remember.",
    discussion: """
      Begin with: waymark new track my-course

      Exit status: 0 clean, 1 the course has errors, 2 the machine failed, 64 the command was misused.
      """,
    subcommands: [
      NewCommand.self, BuildCommand.self, CheckCommand.self, ServeCommand.self, RenderCommand.self,
      DiffCommand.self,
    ])
}
