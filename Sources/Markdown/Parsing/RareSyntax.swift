import Diagnostics
import Glibc

/// The parts of the syntax that cost a page much even where it holds none of them, so that cmark is asked to
/// look for them only where it may find some.
///
/// cmark walks the whole tree twice for footnotes and twice for mail addresses, and looking for bare URLs
/// cuts all text before each colon, or before each `w` of a `www.`, to be put together again in the end.
/// Looking for bare URLs and for strikethrough also edits what all parsers share (``editsSpecialCharacters``).
struct RareSyntax {
  /// Whether there may be footnotes or references to them.
  let footnotes: Bool
  /// Whether there may be references to footnotes whose caret is an escape or a character reference.
  let disguisedCarets: Bool
  /// Whether there may be strikethrough.
  let strikethrough: Bool
  /// Whether there may be bare mail addresses.
  let addresses: Bool
  /// Whether there may be bare URLs that begin with a scheme.
  let urls: Bool
  /// Whether there may be bare URLs that begin with `www.`.
  let hosts: Bool

  /// Whether cmark edits its tables of special characters while it parses the page's inlines. All parsers of a
  /// process share them (`cmark_manage_extensions_special_characters` in blocks.c of 0.29.0.gfm.6).
  var editsSpecialCharacters: Bool { strikethrough || urls || hosts }
}

extension RareSyntax {
  /// - Parameters:
  ///   - source: the file.
  ///   - start: where its Markdown begins.
  init(in source: SourceFile, from start: Int) {
    let text = source.bytes[min(start, source.bytes.count)...]
    let holds = { (part: StaticString) in text.withUnsafeBytes { Self.find(part, in: $0) } }
    // A footnote has its caret as such. Without one no reference can lead anywhere, and is text for cmark too.
    footnotes = holds("[^")
    disguisedCarets = footnotes && (holds("[&") || holds("[\\^"))
    strikethrough = holds("~")
    // Any character may be written by its number, this one by its name too.
    addresses = holds("@") || holds("&#") || holds("&commat;")
    urls = holds("://")
    hosts = holds("www.")
  }

  /// Whether some text holds a part.
  private static func find(_ part: StaticString, in text: UnsafeRawBufferPointer) -> Bool {
    guard var start = text.baseAddress else { return false }
    let size = part.utf8CodeUnitCount
    let end = start + text.count
    while end - start >= size, let found = memchr(start, Int32(part.utf8Start[0]), end - start - size + 1) {
      if memcmp(found, part.utf8Start, size) == 0 { return true }
      start = UnsafeRawPointer(found) + 1
    }
    return false
  }
}
