import Synchronization

/// The site that is served at the moment, and those who want to hear of the next.
final class PreviewBoard: Sendable {
  private struct Content {
    var site: PreviewSite
    var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
    var nextListener = 0
  }

  private let content: Mutex<Content>

  /// - Parameter site: the first site.
  init(_ site: PreviewSite) {
    content = Mutex(Content(site: site))
  }

  /// The site that is served at the moment.
  var site: PreviewSite { content.withLock { $0.site } }

  /// Puts a site in the place of the last one, and tells everybody who listens.
  func publish(_ site: PreviewSite) {
    let listeners = content.withLock { content in
      content.site = site
      return Array(content.listeners.values)
    }
    for listener in listeners { listener.yield() }
  }

  /// Tells everybody who listens to look again, though nothing is new.
  func remind() {
    for listener in content.withLock({ Array($0.listeners.values) }) { listener.yield() }
  }

  /// An element for each site from now on; of several that nobody looked at in time, one.
  func news() -> AsyncStream<Void> {
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let number = content.withLock { content in
      content.nextListener += 1
      content.listeners[content.nextListener] = continuation
      return content.nextListener
    }
    continuation.onTermination = { [weak self] _ in
      self?.content.withLock { _ = $0.listeners.removeValue(forKey: number) }
    }
    return stream
  }
}
