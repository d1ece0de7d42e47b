import Courses
import HTML

/// The values that every template of a site has in common.
struct SiteContext: Sendable {
  let course: Course
  let theme: SiteTheme
  let words: Words

  /// The values for one file of the site.
  ///
  /// - Parameters:
  ///   - path: the file's path in the site.
  ///   - title: the document's title.
  ///   - description: what the page is about, in one sentence.
  ///   - kind: how the page takes part in OpenGraph; nil for a page that search engines should not know.
  func values(
    path: String, title: String, description: String, kind: OpenGraphKind?
  ) -> TemplateValues {
    var values = valuesOfFolder(of: path)
    setDocument(path: path, title: title, description: description, kind: kind, in: &values)
    return values
  }

  /// The values that all files of a folder of the site have in common.
  ///
  /// - Parameter path: the path of one of them.
  func valuesOfFolder(of path: String) -> TemplateValues {
    values { target in SitePath.relative(from: path, to: target) }
  }

  /// Sets the values that tell a file of the site from others of its folder; the parameters are those of
  /// ``values(path:title:description:kind:)``.
  func setDocument(
    path: String, title: String, description: String, kind: OpenGraphKind?, in values: inout TemplateValues
  ) {
    values.set(.documentTitle, text: title)
    values.set(.description, text: description)
    values.set(.metadata, metadata(path, title, description, kind))
  }

  /// The values for a file that a host serves at any address.
  ///
  /// Relative links would lead nowhere there. Where the site's own address is known they start at the
  /// root of its host.
  func valuesForAnyAddress(path: String, title: String, description: String) -> TemplateValues {
    var values = values { address(of: $0, forAnyAddressOf: path) }
    values.set(.documentTitle, text: title)
    values.set(.description, text: description)
    return values
  }

  /// Where a file of the site is found from one that a host serves at any address.
  ///
  /// - Parameters:
  ///   - target: the file that is to be found, as a path in the site.
  ///   - path: the file that names it.
  func address(of target: String, forAnyAddressOf path: String) -> String {
    course.track.root.map { $0 + target } ?? SitePath.relative(from: path, to: target)
  }

  /// What a page is in OpenGraph's terms (ogp.me).
  enum OpenGraphKind: String {
    case website, article
  }

  private func values(address: (String) -> String) -> TemplateValues {
    var values = TemplateValues()
    values.set(.language, text: course.track.language)
    values.set(.direction, text: direction)
    values.set(.policy, text: Self.policy)
    values.set(.icon, text: address(theme.publishedPath(ofAsset: "assets/icon.svg")))
    values.set(.style, text: address(theme.publishedPath(ofAsset: "assets/style.css")))
    values.set(.script, text: address(theme.publishedPath(ofAsset: SiteScript.path)))
    values.set(.home, text: address(SiteRenderer.homePath))
    values.set(.track, text: course.track.title)
    for key in TemplateKey.allCases {
      if let phrase = key.phrase { values.set(key, text: words[phrase]) }
    }
    return values
  }

  private func metadata(
    _ path: String, _ title: String, _ description: String, _ kind: OpenGraphKind?
  ) -> HTMLWriter {
    guard let kind, let url = canonicalURL(of: path) else { return HTMLWriter() }
    var html = HTMLWriter(capacity: 512)
    html.markup("<link rel=\"canonical\"")
    html.attribute("href", url: url)
    html.markup(">\n")
    property("og:type", kind.rawValue, into: &html)
    property("og:title", title, into: &html)
    property("og:description", description, into: &html)
    property("og:url", url, into: &html)
    property("og:site_name", course.track.title, into: &html)
    return html
  }

  private func property(_ name: String, _ content: String, into html: inout HTMLWriter) {
    html.markup("<meta")
    html.attribute("property", name)
    html.attribute("content", content)
    html.markup(">\n")
  }

  /// Where a page is published, as search engines are to know it; nil where the track has no address.
  func canonicalURL(of path: String) -> String? {
    course.track.url.map { $0 + CanonicalPath.of(path) }
  }

  /// `ltr` or `rtl`, by the script that the language is written in.
  private var direction: String {
    let parts = course.track.language.split(separator: "-")
    if parts.contains(where: { Self.rightToLeftScripts.contains($0.lowercased()) }) { return "rtl" }
    if parts.dropFirst().contains(where: { $0.count == 4 }) { return "ltr" }
    return Self.rightToLeftLanguages.contains(parts.first?.lowercased() ?? "") ? "rtl" : "ltr"
  }

  private static let rightToLeftScripts: Set = ["arab", "hebr", "thaa", "syrc", "nkoo", "adlm", "rohg"]
  private static let rightToLeftLanguages: Set = [
    "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ku", "nqo", "prs", "ps", "sd", "syr", "ug", "ur", "yi",
  ]

  /// Nothing runs, loads or is sent but what the site itself brings. `frame-ancestors` works in a
  /// header only.
  static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    + "form-action 'none'; base-uri 'none'"
}
