/// What a site is made from and how, as the user asked for it.
struct SiteSettings: Sendable {
  /// The folder that holds `Content/`.
  let project: ProjectFolder
  /// Where the site will be published, in place of what `track.yml` says.
  let baseURL: String?
  /// Whether lessons that are drafts are published.
  let includesDrafts: Bool
  /// How many lessons to work on at once, at least 1.
  let jobs: Int
}
