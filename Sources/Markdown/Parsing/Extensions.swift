import CMarkGFM

/// cmark's extensions as the parser uses them: with those that look for bare links in parts, and tables with a
/// cheaper look at each line.
enum Extensions {
  private static let tables = "waymark-tables"
  private static let urls = "waymark-urls"
  private static let hosts = "waymark-hosts"
  private static let addresses = "waymark-addresses"

  /// Attaches what a page needs.
  static func attach(to parser: UnsafeMutablePointer<cmark_parser>, for syntax: RareSyntax) {
    register
    attach(tables, to: parser)
    if syntax.strikethrough { attach("strikethrough", to: parser) }
    if syntax.urls { attach(urls, to: parser) }
    if syntax.hosts { attach(hosts, to: parser) }
    if syntax.addresses { attach(addresses, to: parser) }
    attach("tasklist", to: parser)
  }

  private static func attach(_ name: String, to parser: UnsafeMutablePointer<cmark_parser>) {
    cmark_parser_attach_syntax_extension(parser, registered(name))
  }

  private static func registered(_ name: String) -> UnsafeMutablePointer<cmark_syntax_extension> {
    guard let syntax = cmark_find_syntax_extension(name) else {
      preconditionFailure("The extension \(name) is registered before it is used")
    }
    return syntax
  }

  // MARK: Registration

  private static let register: Void = {
    cmark_gfm_core_extensions_ensure_registered()
    cmark_register_plugin { plugin in
      cmark_plugin_register_syntax_extension(plugin, makeTables())
      cmark_plugin_register_syntax_extension(plugin, makeAutolinks(urls, from: ":"))
      cmark_plugin_register_syntax_extension(plugin, makeAutolinks(hosts, from: "w"))
      cmark_plugin_register_syntax_extension(plugin, makeAddresses())
      return 1
    }
  }()

  private static func make(_ name: String) -> UnsafeMutablePointer<cmark_syntax_extension> {
    guard let syntax = cmark_syntax_extension_new(name) else {
      preconditionFailure("cmark_syntax_extension_new ends the process when memory runs out")
    }
    return syntax
  }

  /// The extension for tables, but for how it tells whether a line goes on with a table: it would cut the line
  /// into cells, only to do so again when it makes the row.
  private static func makeTables() -> UnsafeMutablePointer<cmark_syntax_extension> {
    let tables = make(tables)
    let name = tables.pointee.name
    tables.pointee = registered("table").pointee
    tables.pointee.name = name
    cmark_syntax_extension_set_match_block_func(tables) { _, parser, line, size, block in
      guard let block, Node(block).isTable else { return 0 }
      let line = UnsafeBufferPointer(start: line, count: Int(size))
      return Extensions.isRow(line, from: Int(cmark_parser_get_first_nonspace(parser))) ? 1 : 0
    }
    return tables
  }

  /// Whether `row_from_string` in table.c makes a row of a line, which cmark has given a line feed at its end.
  private static func isRow(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    TableLine.hasCells(line, in: start..<max(start, line.count - 1))
  }

  /// The part of the extension for autolinks that looks at one character, the one before which text is cut.
  private static func makeAutolinks(
    _ name: String, from character: Unicode.Scalar
  ) -> UnsafeMutablePointer<cmark_syntax_extension> {
    let autolinks = make(name)
    cmark_syntax_extension_set_match_inline_func(autolinks, registered("autolink").pointee.match_inline)
    // The list holds the characters themselves in the place of addresses.
    let characters = cmark_llist_append(
      cmark_get_default_mem_allocator(), nil, UnsafeMutableRawPointer(bitPattern: UInt(character.value)))
    cmark_syntax_extension_set_special_inline_chars(autolinks, characters)
    return autolinks
  }

  /// The part of the extension for autolinks that looks for mail addresses when all else is read.
  private static func makeAddresses() -> UnsafeMutablePointer<cmark_syntax_extension> {
    let addresses = make(addresses)
    cmark_syntax_extension_set_postprocess_func(addresses, registered("autolink").pointee.postprocess_func)
    return addresses
  }
}
