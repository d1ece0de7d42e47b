import HTML

/// A page as the preview serves it: what a build publishes, and three things more.
///
/// The policy lets the page ask its own host for news, the head gets a script that does so and a style
/// sheet, and the body ends with what the author should know.
package enum PreviewPage {
  /// What the preview serves beside the site; no file of a site has a name that begins with a dot.
  package static let folder = ".waymark/"
  /// Where the script lies.
  package static let scriptPath = folder + "preview.js"
  /// Where the style sheet lies.
  package static let stylePath = folder + "preview.css"
  /// What follows of an address at which a page hears of its changes: the page's stamp, `/` and the
  /// page's own address.
  package static let eventsPath = folder + "events/"

  /// Adds to a page what the preview needs.
  ///
  /// - Parameters:
  ///   - page: the page as a build publishes it.
  ///   - notes: what its author should know.
  ///   - stamp: what changes with the page; letters and digits.
  package static func preview(of page: [UInt8], notes: PreviewNotes, stamp: String) -> [UInt8] {
    let headEnd = headEnd(of: page)
    let bodyEnd = page.lastRange(of: "</body>")?.lowerBound ?? page.count
    let policyEnd =
      policies.lazy.compactMap { page.firstRange(of: $0, in: 0..<headEnd)?.upperBound }.first ?? 0

    var head = HTMLWriter(capacity: 256)
    head.markup(
      "<link rel=\"stylesheet\" href=\"/.waymark/preview.css\"><script src=\"/.waymark/preview.js\"")
    head.attribute("data-stamp", stamp)
    head.markup(" defer></script>\n")
    let panel = PreviewPanel(notes: notes).html()

    var result: [UInt8] = []
    result.reserveCapacity(page.count + head.count + panel.count + 64)
    result += page[..<policyEnd]
    if policyEnd > 0 { result += "; connect-src 'self'".utf8 }
    result += page[policyEnd..<headEnd]
    result += head.utf8
    result += page[headEnd..<max(headEnd, bodyEnd)]
    result += panel.utf8
    result += page[max(headEnd, bodyEnd)...]
    return result
  }

  /// Where the head of a page ends; where it begins if the page has no title either. A theme may leave out
  /// the tags around it (HTML, section 13.1.2.4), and nothing may come before the doctype.
  private static func headEnd(of page: [UInt8]) -> Int {
    let all = 0..<page.count
    return page.firstRange(of: "</head>", in: all)?.lowerBound ?? page.firstRange(of: "<body", in: all)?
      .lowerBound
      ?? page.firstRange(of: "</title>", in: all)?.upperBound ?? 0
  }

  /// What a page tells its author, as HTML; nothing where there is nothing to tell.
  package static func panel(_ notes: PreviewNotes) -> [UInt8] { PreviewPanel(notes: notes).html().utf8 }

  /// The policy as it stands in a page: as the library for templates escapes it, or as it is.
  private static let policies = [
    SiteContext.policy.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "&#39;"),
    SiteContext.policy,
  ]
}

extension [UInt8] {
  /// The first place in a range where a text stands, in capital letters or small ones.
  fileprivate func firstRange(of text: String, in range: Range<Int>) -> Range<Int>? {
    let text = Array(text.utf8)
    guard text.count <= range.count else { return nil }
    return (range.lowerBound...range.upperBound - text.count).first { holds(text, at: $0) }
      .map { $0..<$0 + text.count }
  }

  /// The last place where a text stands.
  fileprivate func lastRange(of text: String) -> Range<Int>? {
    let text = Array(text.utf8)
    guard text.count <= count else { return nil }
    return (0...count - text.count).last { holds(text, at: $0) }.map { $0..<$0 + text.count }
  }

  private func holds(_ text: [UInt8], at start: Int) -> Bool {
    for offset in text.indices {
      var byte = self[start + offset]
      if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) { byte |= 0x20 }
      if byte != text[offset] { return false }
    }
    return true
  }
}
