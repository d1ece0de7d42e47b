import Diagnostics
import Markdown

/// A link to a page of another site.
package struct ExternalLink: Hashable, Sendable {
  /// The `http` or `https` URL as it is written.
  package let url: String
  /// Where the link stands.
  package let span: Span

  package init(url: String, span: Span) {
    self.url = url
    self.span = span
  }

  /// The links of a page to pages of other sites, in order.
  ///
  /// - Parameters:
  ///   - root: the document node.
  ///   - document: what it belongs to.
  package static func all(in root: Node, of document: Document) -> [ExternalLink] {
    var links: [ExternalLink] = []
    var walk = Walk(root)
    while let event = walk.next() {
      guard case .enter(let node) = event, node.kind == .link,
        case .external(let url) = LinkResolver.externalTarget(of: node.destination),
        url.lowercased().hasPrefix("http")
      else { continue }
      links.append(ExternalLink(url: url, span: document.span(of: node)))
    }
    return links
  }
}
