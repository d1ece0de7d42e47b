import Diagnostics

/// Checks the limits that only show once the inlines are parsed.
struct TreeCheck {
  /// At most one diagnostic of each rule, at the first node beyond the limit.
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether any node is raw HTML.
  private(set) var holdsRawHTML = false
  /// The items that begin with a check box.
  private(set) var taskItems: [Node] = []

  init(of document: Document) {
    var depth = 0
    var links = 0
    var firstTooDeep: Node?
    var firstLinkTooMany: Node?
    var walk = Walk(document.root)
    while let event = walk.next() {
      guard case .enter(let node) = event else {
        depth -= 1
        continue
      }
      // The document itself is level 0.
      if depth > Limits.depth, firstTooDeep == nil { firstTooDeep = node }
      depth += 1
      if node.isRawHTML { holdsRawHTML = true }
      if node.isTaskItem { taskItems.append(node) }
      guard node.isLinkOrImage else { continue }
      links += 1
      if links == Limits.links + 1 { firstLinkTooMany = node }
    }
    if let firstTooDeep { diagnostics.append(.tooDeep(at: document.span(of: firstTooDeep))) }
    if let firstLinkTooMany { diagnostics.append(.tooManyLinks(at: document.span(of: firstLinkTooMany))) }
  }
}
