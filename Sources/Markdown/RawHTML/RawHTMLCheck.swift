import Diagnostics

/// Checks that raw HTML keeps to the elements and attributes that pages may hold, and that its elements
/// are closed where they were opened.
package struct RawHTMLCheck {
  private struct OpenElement {
    let element: RawHTMLElement
    /// The node among whose children the element must be closed.
    let container: Node
    let span: Span
  }

  private let document: Document
  private var diagnostics: [Diagnostic] = []
  private var open: [OpenElement] = []
  /// The last block in which an element was refused: each block is told of once.
  private var refusedIn: Node?

  /// What is wrong with the raw HTML of a document.
  ///
  /// - Parameters:
  ///   - document: the document, for the places.
  ///   - blocks: the blocks to look at with all that they hold, in order; siblings of one container.
  package static func diagnostics(of document: Document, in blocks: some Sequence<Node>) -> [Diagnostic] {
    var check = RawHTMLCheck(document: document)
    for block in blocks {
      var walk = Walk(block)
      while let event = walk.next() {
        switch event {
        case .enter(let node): check.enter(node)
        case .leave(let node): check.close(in: node)
        }
      }
    }
    while let element = check.open.popLast() { check.reportUnclosed(element) }
    return check.diagnostics.sorted()
  }

  private init(document: Document) {
    self.document = document
  }

  private mutating func enter(_ node: Node) {
    let isBlock: Bool
    switch node.kind {
    case .htmlBlock: isBlock = true
    case .htmlInline: isBlock = false
    default: return
    }
    // The tokens hold no pointers, so the literal is only needed to read them.
    for token in node.withLiteral({ Array(RawHTML($0)) }) {
      switch token.kind {
      case .comment, .text: break
      case .other:
        refuse(.rawHTML(at: document.span(of: token.range, inLiteralOf: node)), in: node)
      case .tag(let tag): check(tag, token.range, in: node, isBlock: isBlock)
      }
    }
    // Only `details` may go on over the blocks that follow.
    if isBlock { close(in: node) }
  }

  private mutating func check(_ tag: RawHTML.Tag, _ range: Range<Int>, in node: Node, isBlock: Bool) {
    let span = document.span(of: range, inLiteralOf: node)
    guard let element = RawHTMLElement(rawValue: tag.name) else {
      return refuse(.rawHTML(tag, at: span), in: node)
    }
    guard isBlock || !element.isBlock else { return refuse(.inlineBlockElement(element, at: span), in: node) }
    checkAttributes(of: tag, element, in: node)
    let container = element == .details ? node.parent ?? node : isBlock ? node : node.parent ?? node
    if tag.isClosing {
      closeElement(element, container: container, at: span)
    } else if !element.isVoid {
      open.append(OpenElement(element: element, container: container, span: span))
    }
  }

  private mutating func checkAttributes(of tag: RawHTML.Tag, _ element: RawHTMLElement, in node: Node) {
    var seen: Set<String> = []
    for attribute in tag.attributes {
      let span = document.span(of: attribute.range, inLiteralOf: node)
      if let problem = Self.problem(
        with: attribute, of: tag, element, isRepeated: !seen.insert(attribute.name).inserted)
      {
        diagnostics.append(.rawHTMLAttribute(problem.message, help: problem.help, at: span))
      }
    }
  }

  private static func problem(
    with attribute: RawHTML.Attribute, of tag: RawHTML.Tag, _ element: RawHTMLElement, isRepeated: Bool
  ) -> (message: String, help: String)? {
    let written = "“\(attribute.name)”"
    guard !tag.isClosing, let known = RawHTMLAttribute(rawValue: attribute.name),
      known != .open || element == .details
    else {
      return (
        "<\(tag.isClosing ? "/" : "")\(tag.name)> may not have the attribute \(written)",
        "delete it; title, lang and dir are kept, and open on <details>"
      )
    }
    if isRepeated { return ("the attribute \(written) stands twice", "keep one of the two") }
    switch known {
    case .title, .open: return nil
    case .lang:
      return LanguageTag.isWellFormed(attribute.value ?? "")
        ? nil : ("lang names no language", "write a language tag (BCP 47): lang=\"de\" or lang=\"pt-BR\"")
    case .dir:
      let isValid = ["ltr", "rtl", "auto"].contains(attribute.value?.lowercased() ?? "")
      return isValid ? nil : ("dir has no such value", "write dir=\"ltr\", dir=\"rtl\" or dir=\"auto\"")
    }
  }

  // MARK: Balance

  private mutating func closeElement(_ element: RawHTMLElement, container: Node, at span: Span) {
    guard !element.isVoid else {
      diagnostics.append(
        .rawHTMLUnbalanced("<\(element)> has no closing tag", help: "delete this one", at: span))
      return
    }
    guard let last = open.last, last.container == container, last.element == element else {
      diagnostics.append(
        .rawHTMLUnbalanced(
          "</\(element)> closes nothing that was opened here",
          help: "open and close <\(element)> in the same paragraph or block, innermost first", at: span))
      // What is closed out of order is taken for closed, so that one mistake is told once. It is not
      // looked for beyond what a reader could follow: there may be thousands.
      let candidates = open.indices.suffix(Limits.depth)
      if let index = candidates.last(where: { open[$0].container == container && open[$0].element == element }
      ) {
        open.remove(at: index)
      }
      return
    }
    open.removeLast()
  }

  /// Reports what was opened in a node and not closed when the node ends.
  private mutating func close(in node: Node) {
    while let last = open.last, last.container == node {
      open.removeLast()
      reportUnclosed(last)
    }
  }

  private mutating func reportUnclosed(_ element: OpenElement) {
    diagnostics.append(
      .rawHTMLUnbalanced(
        "<\(element.element)> is not closed", help: "close it where it was opened: </\(element.element)>",
        at: element.span))
  }

  private mutating func refuse(_ diagnostic: Diagnostic, in node: Node) {
    let block = node.block
    guard refusedIn != block else { return }
    refusedIn = block
    diagnostics.append(diagnostic)
  }
}

extension Node {
  /// The innermost block that is or holds the node.
  fileprivate var block: Node {
    var node = self
    while node.isInline, let parent = node.parent { node = parent }
    return node
  }
}
