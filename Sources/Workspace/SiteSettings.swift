import Courses
import Diagnostics

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
  /// Which diagnostics count.
  let policy: SeverityPolicy
  /// Whether to look for what advice on the writing of questions tells.
  let advises: Bool

  /// - Parameters:
  ///   - project: the folder that holds `Content/`.
  ///   - baseURL: where the site will be published, in place of what `track.yml` says.
  ///   - includesDrafts: whether lessons that are drafts are published.
  ///   - jobs: how many lessons to work on at once, at least 1; nil for one a processor.
  ///   - policy: which diagnostics count.
  init(
    project: ProjectFolder, baseURL: String? = nil, includesDrafts: Bool = false, jobs: Int? = nil,
    policy: SeverityPolicy = .standard
  ) {
    self.project = project
    self.baseURL = baseURL
    self.includesDrafts = includesDrafts
    self.jobs = jobs ?? processorCount()
    self.policy = policy
    advises = PracticeRules.advice.contains(where: policy.shows)
  }
}
