import Courses
import Diagnostics

/// The rest of the course that a file of any bytes is put into.
enum CourseText {
  static let trackPath = CourseFiles.path("track.yml")

  /// The overview of a lesson.
  static func overview(_ slug: String, requiring prerequisite: String? = nil) -> OverviewFile {
    let requirement = prerequisite.map { "prerequisites: [\($0)]\n" } ?? ""
    return OverviewFile(
      reading: SourceFile(
        path: CourseFiles.path("\(slug)/overview.md"),
        text:
          "---\ndescription: What it is about.\n\(requirement)objectives: { name-parts: Name the parts }\n---\n# Title\n"
      ))
  }

  /// Folders with the names that the seeds of `track.yml` list.
  static let lessons = ["first-steps", "second-steps", "multimodal-agents-in-production", "a", "b"].map {
    LessonFiles(
      slug: $0, pages: [.overview, .lesson, .practice],
      overview: overview($0, requiring: $0 == "second-steps" ? "first-steps" : nil))
  }
}
