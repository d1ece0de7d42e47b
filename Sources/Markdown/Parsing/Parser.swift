import CMarkGFM
import Synchronization

/// cmark's parser, with a view of the tree while its blocks are read.
struct Parser: ~Copyable {
  /// The document node. Before ``finish()`` it holds the blocks read so far, and what inlines they
  /// will hold is still text: ``Node/content``.
  let root: Node
  /// What the tree lies in; it must live as long as the tree does.
  let arena = Arena()
  private let pointer: UnsafeMutablePointer<cmark_parser>
  private let hook: UnsafeMutablePointer<cmark_syntax_extension>
  private let syntax: RareSyntax

  /// Makes a parser and feeds it one empty line, after which the document node is known.
  ///
  /// - Parameter syntax: what the file may hold of the syntax that is not always looked for.
  init(for syntax: RareSyntax) {
    self.syntax = syntax
    (pointer, hook, root) = arena.use { [arena] in Self.open(in: arena, for: syntax) }
  }

  private static func open(
    in arena: Arena, for syntax: RareSyntax
  ) -> (
    parser: UnsafeMutablePointer<cmark_parser>, hook: UnsafeMutablePointer<cmark_syntax_extension>, root: Node
  ) {
    let options = syntax.footnotes ? CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT
    guard let parser = cmark_parser_new_with_mem(options, arena.allocator) else {
      preconditionFailure("cmark_parser_new_with_mem ends the process when memory runs out")
    }
    Extensions.attach(to: parser, for: syntax)
    // An extension is asked about each line with the block that it would continue. This one takes
    // no line: it is here because there is no other way to the tree before the inlines are parsed.
    guard let hook = cmark_syntax_extension_new("waymark") else {
      preconditionFailure("cmark_syntax_extension_new ends the process when memory runs out")
    }
    let container = UnsafeMutablePointer<UnsafeMutablePointer<cmark_node>?>.allocate(capacity: 1)
    container.initialize(to: nil)
    defer { container.deallocate() }
    cmark_syntax_extension_set_private(hook, container, nil)
    cmark_syntax_extension_set_open_block_func(hook) { hook, _, _, container, _, _ in
      if let place = cmark_syntax_extension_get_private(hook) {
        place.assumingMemoryBound(to: UnsafeMutablePointer<cmark_node>?.self).pointee = container
      }
      return nil
    }
    cmark_parser_attach_syntax_extension(parser, hook)
    cmark_parser_feed(parser, "\n", 1)
    cmark_syntax_extension_set_private(hook, nil, nil)
    guard let root = container.pointee else {
      preconditionFailure("cmark offers an empty line to the extensions")
    }
    return (parser, hook, Node(root))
  }

  deinit {
    arena.use { cmark_parser_free(pointer) }
    cmark_syntax_extension_free(cmark_get_default_mem_allocator(), hook)
  }

  /// Reads whole lines into blocks.
  func feed(_ lines: UnsafeBufferPointer<UInt8>) {
    guard let start = lines.baseAddress else { return }
    arena.use { cmark_parser_feed(pointer, start, lines.count) }
  }

  /// Reads the inlines of all blocks.
  ///
  /// - Parameter readsReferences: whether references to footnotes are read as such; they are text otherwise.
  /// - Returns: the document node.
  func finish(readsReferences: Bool = true) -> Node {
    // With the blocks read, all that is left to do for footnotes are the references.
    if !readsReferences { pointer.pointee.options &= ~CMARK_OPT_FOOTNOTES }
    // Two at once that edit the special characters would silently lose strikethrough and autolinks. A page
    // that looks for neither only reads them: one too many cuts its text into parts, which cmark joins again.
    let address =
      syntax.editsSpecialCharacters ? Self.inlineParsing.withLock { _ in parseInlines() } : parseInlines()
    guard let root = UnsafeMutablePointer<cmark_node>(bitPattern: address) else {
      preconditionFailure("cmark_parser_finish returns a document the first time")
    }
    return Node(root)
  }

  private func parseInlines() -> UInt {
    arena.use { UInt(bitPattern: cmark_parser_finish(pointer)) }
  }

  /// Held while inlines are parsed for which the special characters are edited.
  static let inlineParsing = Mutex(())
}
