import Courses

extension PublishedSite {
  /// - Parameter manifest: of the site.
  init(of manifest: Manifest) {
    self.init(
      pages: manifest.pages.map { page in
        Page(
          path: page.path, anchors: page.anchors,
          questions: page.questions.map { Question(id: $0.id, version: $0.version) })
      }, redirects: manifest.redirects.map(\.from))
  }

  /// The site that lies in an output folder.
  ///
  /// - Parameters:
  ///   - output: the folder, absolute or relative to the project.
  ///   - project: the project.
  /// - Returns: nil where no site of Waymark's is there.
  /// - Throws: an error with a remedy where it cannot be read, or no site could be published there.
  static func last(in output: String, of project: ProjectFolder) throws(WorkspaceError) -> PublishedSite? {
    let folder = try OutputFolder(output, of: project)
    guard let site = try folder.site() else { return nil }
    return try SiteTree(folder: site, shownPath: folder.shownPath).manifest().map(PublishedSite.init(of:))
  }

  /// Tells one published site from the next without reading it.
  ///
  /// - Parameters:
  ///   - output: the folder, absolute or relative to the project.
  ///   - project: the project.
  /// - Returns: nil where nothing can be read there.
  static func stamp(in output: String, of project: ProjectFolder) -> FileStamp? {
    do throws(Errno) {
      let folder = try FileDescriptor(folder: project.absolutePath(of: output))
      return try folder.status(of: Manifest.fileName).map(FileStamp.init)
    } catch {
      return nil
    }
  }
}
