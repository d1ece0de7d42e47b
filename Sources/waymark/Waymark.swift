import ArgumentParser

@main
struct Waymark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waymark",
    abstract: "Turns a folder of Markdown into a course track.")
}
