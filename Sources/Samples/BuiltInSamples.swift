/// The track and the lesson to begin with, which are built into the program.
package enum BuiltInSamples {
  /// A file with its path and its content.
  package typealias File = (path: String, bytes: [UInt8])

  /// What `Content/` of a new track holds, by paths in it.
  package static let track: [File] = [
    ("first-lesson/cheatsheet.md", PackageResources.cheatsheet_md),
    ("first-lesson/images/path.svg", PackageResources.path_svg),
    ("first-lesson/lesson.md", PackageResources.lesson_md),
    ("first-lesson/overview.md", PackageResources.overview_md),
    ("first-lesson/practice.md", PackageResources.practice_md),
    ("first-lesson/references.md", PackageResources.references_md),
    ("track.yml", PackageResources.track_yml),
  ]

  /// What the folder of a new lesson holds, by paths in it; ``titlePlaceholder`` stands for its title.
  package static let lesson: [File] = [
    ("lesson.md", PackageResources.new_lesson_md),
    ("overview.md", PackageResources.new_overview_md),
    ("practice.md", PackageResources.new_practice_md),
  ]

  /// What stands in the place of a new lesson's title.
  package static let titlePlaceholder = "{{title}}"
}
