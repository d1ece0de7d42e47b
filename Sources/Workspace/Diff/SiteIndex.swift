/// A manifest with its parts by their names.
struct SiteIndex {
  let manifest: Manifest
  /// The pages by their paths.
  let pages: [String: Manifest.Page]
  /// Where pages and anchors that moved lead to.
  let redirects: [String: String]
  /// The anchors that a page once had and that still lead somewhere, by the page's path.
  let formerAnchors: [String: [String]]
  /// Every question's name in the order of the pages, each once.
  let questionNames: [SiteDiff.QuestionName]
  let questions: [SiteDiff.QuestionName: Manifest.Question]
  /// The objectives that the questions of a lesson test, by its slug.
  let objectives: [String: Set<String>]

  init(of manifest: Manifest) {
    self.manifest = manifest
    pages = Dictionary(manifest.pages.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    redirects = Dictionary(
      manifest.redirects.map { ($0.from, $0.to) }, uniquingKeysWith: { first, _ in first })
    var formerAnchors: [String: [String]] = [:]
    for redirect in manifest.redirects {
      let page = redirect.from.prefix { $0 != "#" }
      guard page.endIndex != redirect.from.endIndex else { continue }
      formerAnchors[String(page), default: []].append(String(redirect.from[page.endIndex...].dropFirst()))
    }
    self.formerAnchors = formerAnchors
    var questionNames: [SiteDiff.QuestionName] = []
    var questions: [SiteDiff.QuestionName: Manifest.Question] = [:]
    var objectives: [String: Set<String>] = [:]
    for page in manifest.pages {
      for question in page.questions {
        let name = SiteDiff.QuestionName(page: page.path, id: question.id)
        if questions.updateValue(question, forKey: name) == nil { questionNames.append(name) }
      }
      objectives[Self.lesson(of: page.path), default: []].formUnion(page.objectives)
    }
    self.questionNames = questionNames
    self.questions = questions
    self.objectives = objectives
  }

  /// Whether a path is that of a page, and not of one in place of a moved page.
  func isPage(_ path: String) -> Bool {
    path.hasSuffix(".html") && redirects[path] == nil && manifest.file(at: path) != nil
  }

  /// The page that the readers of a page that moved are led to; nil where it has not moved.
  func destination(of page: String) -> String? {
    redirects[page].map { String($0.prefix { $0 != "#" }) }
  }

  /// The slug that a lesson of an older site has here: its own, or that of the lesson that its overview
  /// or its practice moved to; nil where it is gone.
  func slug(of lesson: String) -> String? {
    if objectives[lesson] != nil { return lesson }
    let pages = ["\(lesson)/index.html", "\(lesson)/practice.html"]
    return pages.lazy.compactMap { destination(of: $0) }.map(Self.lesson(of:)).first { objectives[$0] != nil }
  }

  private static func lesson(of page: String) -> String {
    String(page.prefix { $0 != "/" })
  }
}
