import ArgumentParser
import Courses
import Diagnostics
import Workspace

/// `waymark new`: something to begin with.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begin a track or a lesson.",
    discussion: "Nothing that exists is overwritten.",
    subcommands: [NewTrackCommand.self, NewLessonCommand.self])
}

/// `waymark new track`: a folder with a track that builds, and whose lesson shows how lessons are written.
struct NewTrackCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "track", abstract: "Make a track with one lesson, which shows how lessons are written.")

  @Argument(help: ArgumentHelp("The folder for it; it is made where it is missing.", valueName: "DIR"))
  var folder: String

  func validate() throws {
    if folder.isEmpty { throw ValidationError("DIR is the name of a folder, such as my-course.") }
  }

  func run() async throws {
    let console = Console()
    try await console.reportingMachineFaults {
      let track = try NewTrack(at: folder)
      console.say(
        """
        Made a track with one lesson. To see it:
          \(track.path == "." ? "" : "cd \(Self.shellWord(track.path).harmless) && ")waymark build
        and open Public/index.html. Or type waymark serve there to see each change as you save it.
        How the lesson is written stands in Content/\(NewTrack.lesson)/.
        """)
    }
  }

  /// A path as a shell reads it as one word, and no command as an option.
  private static func shellWord(_ path: String) -> String {
    let path = path.hasPrefix("-") ? "./\(path)" : path
    let isPlain = path.allSatisfy { $0.isLetter || $0.isNumber || "._/-".contains($0) }
    return isPlain ? path : "'\(path.replacing("'", with: "'\\''"))'"
  }
}

/// `waymark new lesson`: a folder with a lesson's pages, listed in `track.yml`.
struct NewLessonCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson", abstract: "Make a lesson with its pages, and list it in track.yml.")

  @Argument(
    help: ArgumentHelp(
      "The name of its folder, which becomes part of its address: a to z, 0 to 9 and hyphens.",
      valueName: "SLUG"))
  var slug: String

  @Option(help: "Its title (default: what track.yml plans for it, or the words of SLUG).")
  var title: String?

  @Option(
    help: ArgumentHelp(
      "The folder that holds Content/ (default: the nearest one upwards from here).", valueName: "DIR"))
  var project: String?

  func validate() throws {
    if let objection = Slug.objection(to: slug) {
      throw ValidationError("\(objection.message.harmless): \(objection.help).")
    }
    if let title, title.allSatisfy(\.isWhitespace) || title.harmless != title {
      throw ValidationError("--title takes one line of text.")
    }
  }

  func run() async throws {
    let console = Console()
    try await console.reportingMachineFaults {
      let project = try project.map(ProjectFolder.init(at:)) ?? ProjectFolder(above: ".")
      let lesson = try NewLesson(slug, title: title, in: project)
      console.say("Made \(lesson.path) with \(lesson.files.joined(separator: ", ")).")
      switch lesson.listing {
      case .added: console.say("Listed it in Content/track.yml.")
      case .known: break
      case .left:
        console.say(
          "Content/track.yml does not list it yet: add the line “- \(slug)” to the lessons of a phase.")
      }
    }
  }
}
