import CMarkGFM
import Glibc

/// cmark's own reading and rendering of some Markdown, with nothing of ours between.
enum CMarkOracle {
  /// The HTML of a text in safe mode, as GFM with footnotes.
  static func html(of bytes: [UInt8]) -> String? {
    cmark_gfm_core_extensions_ensure_registered()
    let options = CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES
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
