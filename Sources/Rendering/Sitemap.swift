import Courses
import HTML

/// The list of a site's pages for search engines, after the sitemap protocol 0.9 (sitemaps.org).
struct Sitemap {
  /// Where the site is published; ends in `/`.
  let url: String
  /// The paths of its pages in the site.
  let pages: [String]

  /// The file `sitemap.xml`.
  func xml() -> [UInt8] {
    var xml = HTMLWriter(capacity: 128 * pages.count)
    xml.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.markup("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for page in pages {
      xml.markup("<url><loc>")
      xml.url(url + CanonicalPath.of(page))
      xml.markup("</loc></url>\n")
    }
    xml.markup("</urlset>\n")
    return xml.utf8
  }
}

/// A page's path as search engines are to know it.
enum CanonicalPath {
  /// The path of a page in the site, without the `index.html` that every host serves for a folder.
  static func of(_ path: String) -> String {
    path.hasSuffix("index.html") ? String(path.dropLast("index.html".count)) : path
  }
}
