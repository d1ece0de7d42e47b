import Courses
import Markdown

/// What a page adds to plain Markdown: addresses of the site, names of headings, the interface's words.
package struct PageStyle {
  /// The interface's own words.
  let words: Words
  /// Turns the destination of a link or an image into its address in the site.
  let address: (_ destination: String) -> String
  /// The names of the headings, by their nodes.
  let headings: [Node: HeadingMark]

  /// How a heading is written.
  struct HeadingMark {
    /// Its level in the page, 1 to 6.
    let level: Int
    /// Its id.
    let id: String
    /// Its text without markup.
    let text: String
    /// Ids by which older links still reach it.
    var formerIDs: [String] = []
  }
}

extension PageStyle {
  /// The style of a page of the track.
  ///
  /// - Parameters:
  ///   - page: the page.
  ///   - course: the skeleton of the track.
  ///   - words: the interface's words in the track's language.
  ///   - address: turns the destination of a link or an image into its address in the site.
  init(of page: Page, course: Course, words: Words, address: @escaping (_ destination: String) -> String) {
    let former = course.formerAnchors(of: page.id)
    var headings: [Node: HeadingMark] = [:]
    for heading in page.headings {
      headings[heading.node] = HeadingMark(
        level: heading.renderedLevel, id: heading.id, text: heading.text, formerIDs: former[heading.id] ?? [])
    }
    self.init(words: words, address: address, headings: headings)
  }
}

/// An alert after GitHub's manner: a block quote whose first line is `[!NOTE]` or another kind.
struct Alert {
  enum Kind: String, CaseIterable {
    case note, tip, important, warning, caution

    var phrase: Phrase {
      switch self {
      case .note: .note
      case .tip: .tip
      case .important: .important
      case .warning: .warning
      case .caution: .caution
      }
    }
  }

  let kind: Kind
  /// The nodes that say so and are not part of the text.
  let marker: [Node]

  /// - Parameter node: a block quote; nil where it is an ordinary one.
  init?(_ node: Node) {
    guard let paragraph = node.firstChild, paragraph.kind == .paragraph, let text = paragraph.firstChild,
      text.kind == .text
    else { return nil }
    let literal = text.literal
    guard literal.hasPrefix("[!"), literal.hasSuffix("]"),
      let kind = Kind(rawValue: literal.dropFirst(2).dropLast().lowercased())
    else { return nil }
    switch text.next?.kind {
    case nil:
      // The marker alone is a quotation of it, unless blocks follow.
      guard paragraph.next != nil else { return nil }
      marker = [paragraph]
    case .softBreak, .lineBreak:
      marker = [text, text.next].compactMap { $0 }
    default: return nil
    }
    self.kind = kind
  }
}

/// The schemes that cmark's safe mode refuses (`scan_dangerous_url` in scanners.re).
enum DangerousURL {
  static func matches(_ url: String) -> Bool {
    let start = url.prefix(16).lowercased()
    if start.hasPrefix("data:") {
      return !["png", "gif", "jpeg", "webp"].contains { start.hasPrefix("data:image/\($0)") }
    }
    return ["javascript:", "vbscript:", "file:"].contains { start.hasPrefix($0) }
  }
}
