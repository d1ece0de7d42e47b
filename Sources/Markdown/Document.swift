import Diagnostics

/// A parsed Markdown file: cmark's own tree, owned here and freed with it.
///
/// The tree is read through ``Node`` views. They are only handed out inside ``read(_:)`` and must
/// not leave it.
package final class Document {
  /// The file that was parsed.
  package let source: SourceFile
  /// Where its Markdown begins: 0, or the first byte of the line after the front matter.
  package let start: Int
  /// The document node.
  let root: Node
  private let arena: Arena
  /// Whether any of it is raw HTML, comments included.
  package private(set) var holdsRawHTML = false
  /// Whether any of its text may look like a reference to a footnote.
  package let mayReferToFootnotes: Bool
  /// How many lines more cmark counts than the file has before its Markdown.
  let extraLines: Int
  /// Where the text of each block stands that was asked about; nil where that is not known.
  var contentMaps: [Node: ContentMap?] = [:]
  /// What is known of the places in each block so far.
  var locatedBlocks: [Node: LocatedBlock] = [:]
  /// The lines of each code and HTML block that was asked about.
  var locatedLines: [Node: LiteralLines] = [:]
  /// How far the text that was asked about last has been followed.
  var followedText: (node: Node, aligner: TextAligner)?

  private init(
    _ source: SourceFile, from start: Int, root: Node, in arena: Arena, syntax: RareSyntax, extraLines: Int
  ) {
    self.source = source
    self.start = start
    self.root = root
    self.arena = arena
    mayReferToFootnotes = syntax.footnotes
    self.extraLines = extraLines
  }

  /// Parses a file as CommonMark with GitHub's tables, strikethrough, autolinks, task lists and
  /// footnotes, smart punctuation off.
  ///
  /// cmark reads every input in some way, but some inputs take it more than linear time or memory.
  /// These are kept from it (see ``Limits``), so parsing takes linear time whatever the input.
  ///
  /// - Parameters:
  ///   - source: the file; its bytes need not be valid UTF-8.
  ///   - offset: where its Markdown begins: 0, or the first byte of the line after the front matter.
  /// - Returns: the document, or nil and the reasons where the file breaks a limit or is not text.
  package static func parse(
    _ source: SourceFile, from offset: Int = 0
  ) -> (document: Document?, diagnostics: [Diagnostic]) {
    let broken = BytesCheck.diagnostics(of: source, from: offset)
    guard broken.isEmpty else { return (nil, broken) }

    let syntax = RareSyntax(in: source, from: offset)
    let parser = Parser(for: syntax)
    var feed = BlockFeed(source, from: offset)
    if let broken = feed.run(into: parser) { return (nil, [broken]) }
    if let broken = InlineWork.diagnostic(of: parser.root, in: source, extraLines: feed.extraLines) {
      return (nil, [broken])
    }
    if feed.mayDefineLinks,
      let broken = ExpansionCheck.diagnostic(of: parser.root, in: source, from: offset)
    {
      return (nil, [broken])
    }
    let mayBreakLabels = syntax.footnotes && FootnoteLabelCheck.isNeeded(for: parser.root)
    if syntax.disguisedCarets || mayBreakLabels {
      let document = withoutReferences(source, from: offset, syntax: syntax)
      let broken = [
        syntax.disguisedCarets ? BracketCaretCheck.diagnostic(of: document) : nil,
        mayBreakLabels ? FootnoteLabelCheck.diagnostic(of: document) : nil,
      ].compactMap(\.self)
      guard broken.isEmpty else { return (nil, broken.sortedWithoutRepeats()) }
    }
    let document = Document(
      source, from: offset, root: parser.finish(), in: parser.arena, syntax: syntax,
      extraLines: feed.extraLines)
    let check = TreeCheck(of: document)
    document.holdsRawHTML = check.holdsRawHTML
    document.readBoxes(of: check.taskItems)
    return (check.diagnostics.isEmpty ? document : nil, check.diagnostics)
  }

  /// Reads a file that keeps to the limits, with references to footnotes as text.
  private static func withoutReferences(_ source: SourceFile, from offset: Int, syntax: RareSyntax)
    -> Document
  {
    let parser = Parser(for: syntax)
    var feed = BlockFeed(source, from: offset)
    _ = feed.run(into: parser)
    return Document(
      source, from: offset, root: parser.finish(readsReferences: false), in: parser.arena, syntax: syntax,
      extraLines: feed.extraLines)
  }

  /// Gives access to the tree.
  ///
  /// - Parameter body: what to do with the document node; no ``Node`` may outlive the call.
  package func read<Result, Failure: Error>(
    _ body: (Node) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(self) {} }
    return try body(root)
  }
}
