import Courses
import Diagnostics

/// Finds the text of files for excerpts by reading them again, so that nobody keeps any for it.
struct ProjectSources {
  let project: ProjectFolder
  let content: ContentFolder

  /// Looks files up. Diagnostics are printed file by file, so the last file is all that need be kept.
  func lookup() -> SourceLookup {
    var last: (path: String, file: SourceFile?)?
    return { path in
      if let last, last.path == path { return last.file }
      let file = reread(path)
      last = (path, file)
      return file
    }
  }

  /// The text of a file that a diagnostic speaks of; nil where it is gone or has none. The diagnostic is
  /// then printed without an excerpt, which is why the reason does not matter.
  private func reread(_ path: String) -> SourceFile? {
    do throws(WorkspaceError) {
      let prefix = CourseFiles.path("")
      if path.hasPrefix(prefix) { return try content.source(String(path.dropFirst(prefix.count))) }
      return try ThemeFolder.files(of: project).first { $0.path == path }
    } catch {
      return nil
    }
  }
}
