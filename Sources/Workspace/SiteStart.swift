/// What a pass begins with: what `Content/` holds, and the course that it makes.
struct SiteStart: Sendable {
  /// What `Content/` holds.
  let content: ContentFolder
  /// What was read of it before the lessons.
  let skeleton: SiteSkeleton

  /// Reads what the first pass begins with.
  ///
  /// - Returns: an error with a remedy where the machine refuses. A result can be waited for later.
  static func read(for settings: SiteSettings) async -> Result<SiteStart, WorkspaceError> {
    do {
      let content = try ContentFolder(of: settings.project)
      let skeleton = try await SiteSkeleton(of: content, settings, after: nil, .everything)
      return .success(SiteStart(content: content, skeleton: skeleton))
    } catch {
      return .failure(error)
    }
  }
}
