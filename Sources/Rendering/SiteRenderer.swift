import Courses
import Diagnostics
import HTML
import Markdown

/// Makes the bytes of a site's files from a course.
package struct SiteRenderer: Sendable {
  private let course: Course
  private let theme: SiteTheme
  private let words: Words
  private let context: SiteContext
  /// The template of lessons' pages with all that they have in common.
  private let pageTemplate: TemplatePieces
  /// In the order of ``Course/phases``.
  private let phases: [PhaseList]

  /// - Parameters:
  ///   - course: the skeleton of the track.
  ///   - theme: templates and assets.
  package init(course: Course, theme: SiteTheme) {
    self.course = course
    self.theme = theme
    words = Words.of(language: course.track.language)
    context = SiteContext(course: course, theme: theme, words: words)
    // Every lesson's pages lie one folder deep.
    pageTemplate = theme[.page].filled(inPartWith: context.valuesOfFolder(of: "lesson/\(Self.homePath)"))
    phases = course.phases.map { [words] in PhaseList(of: $0, course: course, words: words) }
  }

  /// A file of the site.
  package struct File: Sendable {
    /// Its path in the site.
    package let path: String
    /// Its content.
    package let bytes: [UInt8]
  }

  static let homePath = "index.html"

  /// The path of the file that tells a host which headers to send. A static file of that name takes its
  /// place.
  package static let headersPath = HostHeaders.path

  // MARK: Pages of lessons

  /// What a page of a lesson becomes.
  package struct RenderedPage: Sendable {
    /// Its HTML and the copy of its Markdown.
    package let files: [File]
    /// What its questions give to the reviews.
    package let review: ReviewMaterial
    /// A diagnostic where the page is too large to publish.
    package let diagnostics: [Diagnostic]
  }

  /// Renders a page of a lesson.
  ///
  /// - Parameters:
  ///   - page: the page as it was read.
  ///   - lesson: its lesson.
  ///   - document: what it was read from.
  ///   - assets: the files of `Content/` that are no pages, as paths in it.
  ///   - summary: what the lesson holds, which its overview tells; nil for its other pages.
  package func rendering(
    of page: Page, in lesson: Lesson, document: Document, assets: Set<String>, summary: LessonSummary?
  ) -> RenderedPage {
    let glance = summary.map { self.glance(of: lesson, $0) }
    let resolver = LinkResolver(page: page.id, course: course, assets: assets)
    let style = PageStyle(of: page, course: course, words: words) {
      // A link that leads nowhere is an error of the course, which is then not published.
      resolver.url(of: resolver.target(of: $0)) ?? "#"
    }
    let data =
      page.questions.isEmpty
      ? HTMLWriter() : PageData(of: page, in: lesson, course: course, words: words).html()
    let body = PageBody(of: page, style: style, glance: glance?.glance() ?? HTMLWriter(), data: data)
    guard !body.isTooLarge else {
      return RenderedPage(files: [], review: body.review, diagnostics: [.htmlTooLarge(page.source)])
    }
    let html = self.html(of: page.id, in: lesson, body: body, facts: glance?.facts() ?? HTMLWriter())
    let copy = MarkdownCopy(of: page, document: document)
    return RenderedPage(
      files: [
        File(path: page.id.htmlPath, bytes: html), File(path: page.id.markdownPath, bytes: copy.bytes),
      ], review: body.review, diagnostics: [])
  }

  /// The script with a lesson's cards and questions for the reviews; nil where it has none.
  ///
  /// - Parameters:
  ///   - lesson: the lesson.
  ///   - review: what its pages give to the reviews.
  package func cardsFile(of lesson: Lesson, review: ReviewMaterial) -> File? {
    review.isEmpty ? nil : File(path: Self.cardsPath(of: lesson), bytes: review.script(for: lesson))
  }

  /// Where the script with a lesson's cards and questions for the reviews lies in the site.
  package static func cardsPath(of lesson: Lesson) -> String { "assets/cards/\(lesson.slug).js" }

  private func glance(of lesson: Lesson, _ summary: LessonSummary) -> LessonGlance {
    LessonGlance(course: course, lesson: lesson, summary: summary, words: words)
  }

  private func html(of page: PageID, in lesson: Lesson, body: PageBody, facts: HTMLWriter) -> [UInt8] {
    let kind = page.kind
    let name = words.name(of: kind)
    let navigation = PageNavigation(course: course, lesson: lesson, page: page, words: words)
    var values = TemplateValues()
    context.setDocument(
      path: page.htmlPath,
      title: kind == .overview
        ? "\(lesson.title) · \(course.track.title)" : "\(name): \(lesson.title) · \(course.track.title)",
      description: description(of: kind, lesson), kind: .article, in: &values)
    values.set(.copy, markdownCopyLink(page))
    values.set(.trail, text: Trail(ofPhase: lesson.phase).rawValue)
    values.set(.place, text: words(.place, lesson.number, course.lessons.count, name))
    if lesson.overview?.isDraft == true { values.set(.badge, badge) }
    values.set(.side, phases[lesson.phase].html(for: page, of: lesson))
    values.set(.toc, navigation.contents(body.sections))
    values.set(.pager, navigation.pager())
    values.set(.heading, body.heading)
    values.set(.body, body.content)
    values.set(.key, body.key)
    values.set(.facts, facts)
    return pageTemplate.filled(with: values)
  }

  /// What search results show of a page: keys of questions never stand here.
  private func description(of kind: PageKind, _ lesson: Lesson) -> String {
    let description = lesson.overview?.description ?? ""
    return kind == .overview ? description : words(.pageDescription, words.name(of: kind), description)
  }

  private func markdownCopyLink(_ page: PageID) -> HTMLWriter {
    var html = HTMLWriter()
    html.markup("<a")
    html.attribute("href", url: page.markdownName)
    html.markup(" type=\"text/markdown\">")
    html.text(words[.markdownCopy])
    html.markup("</a>")
    return html
  }

  private var badge: HTMLWriter {
    var html = HTMLWriter()
    html.markup("<span class=\"badge\">")
    html.text(words[.draft])
    html.markup("</span>")
    return html
  }

  // MARK: Pages of the track

  /// The files that belong to the track as a whole: its home, the page for wrong addresses, the pages
  /// in place of moved ones, the review page, `llms.txt`, `_headers`, the sitemap where the track has an
  /// address, and the theme's assets.
  ///
  /// - Parameter summaries: what each published lesson holds, in the order of ``Course/lessons``.
  package func trackFiles(summaries: [LessonSummary?]) -> [File] {
    var files = [home(summaries), notFound()]
    if ReviewPage.isNeeded(for: summaries) { files.append(review(summaries)) }
    files += course.redirects.filter { !$0.source.contains("#") }.map(redirect)
    files.append(File(path: "llms.txt", bytes: LLMsText(course: course, words: words).markdown()))
    if let url = course.track.url {
      let pages = course.lessons.flatMap { lesson in
        lesson.pages.map { PageID(lesson: lesson.slug, kind: $0).htmlPath }
      }
      files.append(
        File(path: "sitemap.xml", bytes: Sitemap(url: url, pages: [Self.homePath] + pages).xml()))
    }
    let fingerprinted = theme.assets.filter(\.isFingerprinted).map(\.path)
    files.append(File(path: Self.headersPath, bytes: HostHeaders(fingerprinted: fingerprinted).text()))
    return files + theme.assets.map { File(path: $0.path, bytes: $0.bytes) }
  }

  private func home(_ summaries: [LessonSummary?]) -> File {
    let track = course.track
    var values = context.values(
      path: Self.homePath, title: track.title, description: track.description, kind: .website)
    values.set(.script, text: theme.reviewScriptPath)
    var facts = track.number.map { [words(.trackNumber, $0)] } ?? []
    facts.append(words(.lessonCount, course.lessons.count))
    let minutes = summaries.reduce(0) { $0 + ($1?.minutes ?? 0) }
    if minutes > 0, summaries.allSatisfy({ $0 != nil }) { facts.append(words.duration(minutes: minutes)) }
    values.set(.place, text: facts.joined(separator: " · "))
    values.set(.title, text: track.title)
    let progress = ProgressSection(course: course, summaries: summaries, words: words)
    values.set(.due, progress.due())
    values.set(.progress, progress.html())
    values.set(.syllabus, Syllabus(course: course, summaries: summaries, words: words).html())
    return File(path: Self.homePath, bytes: theme[.home].filled(with: values))
  }

  private func review(_ summaries: [LessonSummary?]) -> File {
    let path = ReviewPage.path
    let title = words[.review]
    var values = context.values(
      path: path, title: "\(title) · \(course.track.title)", description: words[.reviewDescription],
      kind: nil)
    var body = ReviewPage(course: course, summaries: summaries, words: words).body()
    body.append(PageData(of: course, summaries: summaries, words: words).html())
    values.set(.script, text: theme.reviewScriptPath)
    values.set(.title, text: title)
    values.set(.body, body)
    return File(path: path, bytes: theme[.notice].filled(with: values))
  }

  private func notFound() -> File {
    let path = "404.html"
    let title = words[.notFoundTitle]
    var values = context.valuesForAnyAddress(
      path: path, title: "\(title) · \(course.track.title)", description: words[.notFoundText])
    var body = HTMLWriter()
    body.markup("<p>")
    body.text(words[.notFoundText])
    body.markup("</p>\n<p><a")
    body.attribute("href", url: context.address(of: Self.homePath, forAnyAddressOf: path))
    body.markup(">")
    body.text(words[.notFoundLink])
    body.markup("</a></p>")
    values.set(.title, text: title)
    values.set(.body, body)
    return File(path: path, bytes: theme[.notice].filled(with: values))
  }

  private func redirect(_ redirect: Redirect) -> File {
    let title = words[.movedTitle]
    var values = context.values(
      path: redirect.source, title: "\(title) · \(course.track.title)", description: title, kind: nil)
    let target = SitePath.relative(from: redirect.source, to: redirect.target)
    values.set(.title, text: title)
    values.set(.target, text: target)
    // Search engines know pages, not places on them.
    let page = String(redirect.target.prefix { $0 != "#" })
    values.set(.canonical, text: context.canonicalURL(of: page) ?? target)
    return File(path: redirect.source, bytes: theme[.redirect].filled(with: values))
  }
}
