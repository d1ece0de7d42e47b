import CMarkGFM
import Diagnostics
import Synchronization

/// A parsed Markdown file: cmark's own tree, owned here and freed with it.
///
/// The tree is read through ``Node`` views. They are only handed out inside ``read(_:)`` and must
/// not leave it.
package final class Document {
  /// The file that was parsed.
  package let source: SourceFile
  private let root: OpaquePointer

  /// Parses a file as CommonMark with GitHub's tables, strikethrough, autolinks, task lists and
  /// footnotes, smart punctuation off.
  ///
  /// cmark reads every input in some way. Inputs on which it takes more than linear time or memory
  /// must be kept from it: see ``Limits``.
  ///
  /// - Parameters:
  ///   - source: the file.
  ///   - offset: where its Markdown begins: 0, or the first byte of the line after the front matter.
  package init(parsing source: SourceFile, from offset: Int) {
    self.source = source
    Self.registerExtensions
    guard let parser = cmark_parser_new(Self.options) else {
      preconditionFailure("cmark_parser_new ends the process when memory runs out")
    }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      guard let syntax = cmark_find_syntax_extension(name) else {
        preconditionFailure("libcmark-gfm-extensions registers the extension \(name)")
      }
      cmark_parser_attach_syntax_extension(parser, syntax)
    }
    // Empty lines in place of the front matter keep cmark's line numbers right.
    for _ in 1..<source.line(at: offset) { cmark_parser_feed(parser, "\n", 1) }
    source.bytes[offset...].withUnsafeBytes { bytes in
      if let start = bytes.baseAddress { cmark_parser_feed(parser, start, bytes.count) }
    }
    // cmark-gfm 0.29.0.gfm.6 edits tables of special characters that all parsers of a process
    // share while it parses inlines (`cmark_manage_extensions_special_characters` in inlines.c):
    // two at once silently lose strikethrough and autolinks.
    let address = Self.inlineParsing.withLock { _ in UInt(bitPattern: cmark_parser_finish(parser)) }
    guard let root = OpaquePointer(bitPattern: address) else {
      preconditionFailure("cmark_parser_finish returns a document for every input")
    }
    self.root = root
  }

  deinit {
    cmark_node_free(root)
  }

  /// Gives access to the tree.
  ///
  /// - Parameter body: what to do with the document node; no ``Node`` may outlive the call.
  package func read<Result, Failure: Error>(
    _ body: (Node) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(self) {} }
    return try body(Node(root))
  }

  private static let options = CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES

  private static let registerExtensions: Void = cmark_gfm_core_extensions_ensure_registered()

  private static let inlineParsing = Mutex(())
}
