import CMarkGFM
import Diagnostics
import Glibc
import Rendering

/// cmark's own reading and rendering of some Markdown, with nothing of ours between.
///
/// It takes no lock, so it is for a process that parses in one thread only.
enum CMarkOracle {
  /// How plain rendering differs from cmark's; nil where they are equal, or a limit refuses the file.
  static func problem(with bytes: [UInt8]) -> String? {
    let ours = Fragment.plain(of: SourceFile(path: "lesson.md", bytes: bytes))
    guard ours.diagnostics.isEmpty else { return nil }
    let theirs = html(of: bytes)
    let text = String(decoding: ours.html, as: UTF8.self)
    return withoutChecks(text) == theirs.map(withoutChecks)
      ? nil : "cmark writes \(theirs ?? "nothing") and we \(text)"
  }

  /// To cmark a box is checked wherever in its line `[x]` stands.
  private static func withoutChecks(_ html: String) -> String {
    html.replacing(" checked=\"\"", with: "")
  }

  /// The HTML of a text in safe mode, as GFM with footnotes where it may hold any: elsewhere cmark would still
  /// take what looks like a reference out of memory that does not hold it.
  private static func html(of bytes: [UInt8]) -> String? {
    cmark_gfm_core_extensions_ensure_registered()
    let footnotes = zip(bytes, bytes.dropFirst()).contains { $0 == (UInt8(ascii: "["), UInt8(ascii: "^")) }
    let options = footnotes ? CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT
    guard let parser = cmark_parser_new(options) else { return nil }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    bytes.withUnsafeBufferPointer { bytes in
      if let start = bytes.baseAddress { cmark_parser_feed(parser, start, bytes.count) }
    }
    guard let root = cmark_parser_finish(parser) else { return nil }
    defer { cmark_node_free(root) }
    guard let html = cmark_render_html(root, options, nil) else { return nil }
    defer { free(html) }
    return String(cString: html)
  }
}
