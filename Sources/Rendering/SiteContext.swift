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
  ) -> [String: Any] {
    let address = { (target: String) in SitePath.relative(from: path, to: target) }
    return values(
      title: title, description: description, metadata: metadata(path, title, description, kind),
      address: address)
  }

  /// The values for a file that a host serves at any address.
  ///
  /// Relative links would lead nowhere there. Where the site's own address is known they start at the
  /// root of its host.
  func valuesForAnyAddress(path: String, title: String, description: String) -> [String: Any] {
    let root = course.track.root
    return values(title: title, description: description, metadata: "") { target in
      root.map { $0 + target } ?? SitePath.relative(from: path, to: target)
    }
  }

  /// What a page is in OpenGraph's terms (ogp.me).
  enum OpenGraphKind: String {
    case website, article
  }

  private func values(
    title: String, description: String, metadata: String, address: (String) -> String
  ) -> [String: Any] {
    [
      "language": course.track.language,
      "direction": direction,
      "documentTitle": title,
      "description": description,
      "policy": Self.policy,
      "icon": address(theme.publishedPath(ofAsset: "assets/icon.svg")),
      "style": address(theme.publishedPath(ofAsset: "assets/style.css")),
      "script": address(theme.publishedPath(ofAsset: SiteScript.path)),
      "home": address(SiteRenderer.homePath),
      "track": course.track.title,
      "words": words.templateValues,
      "metadata": metadata,
      "copy": "",
    ]
  }

  private func metadata(
    _ path: String, _ title: String, _ description: String, _ kind: OpenGraphKind?
  ) -> String {
    guard let kind, let url = canonicalURL(of: path) else { return "" }
    var html = HTMLWriter(capacity: 512)
    html.markup("<link rel=\"canonical\"")
    html.attribute("href", url: url)
    html.markup(">\n")
    property("og:type", kind.rawValue, into: &html)
    property("og:title", title, into: &html)
    property("og:description", description, into: &html)
    property("og:url", url, into: &html)
    property("og:site_name", course.track.title, into: &html)
    return html.string
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
