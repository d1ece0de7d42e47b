import Courses
import Diagnostics

/// A fix-it that was applied.
package struct AppliedFix: Hashable, Sendable {
  /// The rule whose diagnostic is mended.
  package let rule: Rule
  /// What was done.
  package let message: String
  /// The file that was edited, relative to the project.
  package let path: String
  /// Where it was edited first, in the file as it was.
  package let position: Position
}

extension Builder {
  /// How often the course is read again after it was mended. Nearly all is mended the first time; what is
  /// left are fix-its that touched each other, and mistakes that another one had hidden.
  private static var roundLimit: Int { 20 }

  /// Applies the fix-its of all diagnostics that count, reads the course again, and so on until none is left.
  ///
  /// A file that somebody else writes meanwhile is left alone until it is read again.
  ///
  /// - Parameter onFix: told of each fix-it once its file is written.
  /// - Throws: an error with a remedy where the machine refuses; each file is then as it was, or mended whole.
  package func fix(_ onFix: (AppliedFix) -> Void) async throws(WorkspaceError) {
    for _ in 0..<Self.roundLimit {
      let content = try ContentFolder(of: settings.project)
      let stamps = try content.stamps()
      let diagnostics = try await check().diagnostics
      if try content.apply(diagnostics, toFilesWith: stamps, onFix) == 0 { return }
    }
  }
}

extension ContentFolder {
  /// The stamps of all files that diagnostics may have fix-its for.
  fileprivate func stamps() throws(WorkspaceError) -> [String: FileStamp] {
    var paths = listing.hasTrack ? [ContentListing.trackFile] : []
    for lesson in listing.lessons {
      paths += lesson.pages.map { PageID(lesson: lesson.slug, kind: $0).markdownPath }
    }
    var stamps: [String: FileStamp] = [:]
    for path in paths { stamps[path] = try stamp(of: path) }
    return stamps
  }

  /// Applies the fix-its of some diagnostics, file by file.
  ///
  /// - Parameters:
  ///   - stamps: the files' stamps from before the diagnostics were made.
  ///   - onFix: told of each fix-it once its file is written.
  /// - Returns: how many fix-its were applied.
  fileprivate func apply(
    _ diagnostics: [Diagnostic], toFilesWith stamps: [String: FileStamp], _ onFix: (AppliedFix) -> Void
  ) throws(WorkspaceError) -> Int {
    var count = 0
    var written: Set<String> = []
    let byPath = Dictionary(grouping: diagnostics.filter { $0.fixIt != nil }) { $0.fixIt?.path ?? "" }
    let prefix = CourseFiles.path("")
    for (shownPath, diagnostics) in byPath.sorted(by: { $0.key.precedes($1.key) }) {
      guard shownPath.hasPrefix(prefix) else { continue }
      let path = String(shownPath.dropFirst(prefix.count))
      // Two paths may lead to one file; what is meant for the second fits it no more.
      guard let stamp = stamps[path], written.insert(realPath(of: path)).inserted else { continue }
      let source = try source(path)
      let fixed = FixedFile(applying: diagnostics, to: source)
      guard fixed.bytes != source.bytes, try self.stamp(of: path) == stamp else { continue }
      try replace(path, with: fixed.bytes)
      count += fixed.fixed.count
      for diagnostic in fixed.fixed {
        guard let fixIt = diagnostic.fixIt, let edit = fixIt.edits.first else { continue }
        onFix(
          AppliedFix(
            rule: diagnostic.rule, message: fixIt.message, path: fixIt.path,
            position: source.position(at: edit.range.lowerBound)))
      }
    }
    return count
  }
}
