/// A walk over a node and all that it holds, in document order, without recursion.
package struct Walk: IteratorProtocol {
  /// What the walk meets: each node on the way in and again on the way out.
  package enum Event {
    case enter(Node)
    case leave(Node)
  }

  private let root: Node
  private var upcoming: Event?

  /// - Parameter root: where the walk begins and ends.
  package init(_ root: Node) {
    self.root = root
    self.upcoming = .enter(root)
  }

  package mutating func next() -> Event? {
    guard let event = upcoming else { return nil }
    switch event {
    case .enter(let node):
      upcoming = node.firstChild.map(Event.enter) ?? .leave(node)
    case .leave(let node): pass(node)
    }
    return event
  }

  private mutating func pass(_ node: Node) {
    if node == root {
      upcoming = nil
    } else if let sibling = node.next {
      upcoming = .enter(sibling)
    } else {
      upcoming = node.parent.map(Event.leave)
    }
  }

  /// Leaves out what the node that was just entered holds: the next event leaves that node.
  package mutating func skipChildren(of node: Node) {
    upcoming = .leave(node)
  }

  /// Leaves out what the node that was just entered holds, and its end too.
  package mutating func skip(_ node: Node) {
    pass(node)
  }
}
