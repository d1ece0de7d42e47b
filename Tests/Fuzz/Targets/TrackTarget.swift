import Courses
import Diagnostics

/// What must hold of any `track.yml`.
enum TrackTarget {
  static func problem(with source: SourceFile) -> String? {
    let file = TrackFile(reading: source)
    let survey = Survey(of: CourseFiles(track: file, lessons: CourseText.lessons), includesDrafts: true)
    if let problem = DiagnosticCheck.problem(with: survey.diagnostics, in: source) { return problem }
    let slugs = survey.course.lessons.map(\.slug)
    if Set(slugs).count != slugs.count { return "a lesson is there twice" }
    for slug in slugs where !Slug.isValid(slug) || Slug.reserved.contains(slug) {
      return "a lesson “\(slug)”"
    }
    if survey.course.phases.flatMap({ Array($0.lessons) }) != Array(slugs.indices) {
      return "the phases do not cover the lessons"
    }
    for redirect in survey.course.redirects {
      for path in [redirect.source, redirect.target] where isOutside(path) { return "a redirect “\(path)”" }
    }
    return nil
  }

  private static func isOutside(_ path: String) -> Bool {
    let file = path.prefix { $0 != "#" }
    return file.hasPrefix("/") || file.contains("\\") || file.contains("%")
      || file.split(separator: "/", omittingEmptySubsequences: false).contains { $0 == ".." || $0 == "." }
  }
}
