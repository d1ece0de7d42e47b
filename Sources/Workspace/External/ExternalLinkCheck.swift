import Courses
import Diagnostics
import Dispatch

/// Asks other sites whether the pages are there that a course links to.
///
/// Eight requests are made at a time and two to one site; all in all they take ten minutes at most. An
/// answer that is still fresh is taken from the cache of the user.
package struct ExternalLinkCheck: Sendable {
  private let probe: LinkProbe
  private let onStart: @Sendable (_ addresses: Int) -> Void

  private static let requestsAtATime = 8
  private static let requestsAtATimeToAHost = 2
  /// After so many addresses of a site in a row without a usable answer the rest are not asked.
  private static let patience = 3
  private static let longestDuration = Duration.seconds(600)

  /// - Parameters:
  ///   - timeout: how long a request may take, in whole seconds, at least 1.
  ///   - allowsPrivateNetwork: whether addresses may be asked that only this machine or its network can
  ///     reach. A stranger's course must not be able to look around there.
  ///   - onStart: told how many addresses there are to ask before the first is asked.
  package init(
    timeout: Int, allowsPrivateNetwork: Bool, onStart: @escaping @Sendable (_ addresses: Int) -> Void
  ) {
    probe = LinkProbe(timeout: timeout, allowsPrivateNetwork: allowsPrivateNetwork)
    self.onStart = onStart
  }

  /// What came of it.
  package struct Report: Sendable {
    /// What is wrong with which link, in any order.
    package let diagnostics: [Diagnostic]
    /// How many addresses were asked.
    package let asked: Int
    /// How many were known from an earlier run.
    package let known: Int
    /// How many were neither known nor asked.
    package let unasked: Int
    /// Why the answers could not be kept; nil where they were.
    package let fault: WorkspaceError?
  }

  /// Asks after each address once.
  ///
  /// - Parameter links: the links of the course; an address may stand at many places.
  /// - Throws: an error with a remedy where requests cannot be made.
  func report(on links: [ExternalLink]) async throws(WorkspaceError) -> Report {
    var cache = LinkCache.read()
    let addresses = links.map { WebAddress($0.url) }
    var answers: [WebAddress: LinkAnswer] = [:]
    for case let address? in addresses { answers[address] = cache[address] }
    let known = answers.count
    let unknown = Set(addresses.compactMap { $0 }).subtracting(answers.keys)
    var unasked = 0
    if !unknown.isEmpty { onStart(unknown.count) }
    for (address, answer) in try await ask(unknown) {
      answers[address] = answer
      if case .unasked = answer { unasked += 1 }
      cache.keep(answer, of: address)
    }
    let diagnostics = zip(links, addresses).compactMap { link, address in
      link.diagnostic(
        for: address.flatMap { answers[$0] } ?? .unchecked("it is no address that can be asked"))
    }
    var fault: WorkspaceError?
    do {
      if !unknown.isEmpty { try cache.write() }
    } catch {
      fault = error
    }
    return Report(
      diagnostics: diagnostics, asked: unknown.count - unasked, known: known, unasked: unasked, fault: fault)
  }

  // MARK: Asking

  private typealias Answers = Result<[(WebAddress, LinkAnswer)], WorkspaceError>

  private func ask(_ addresses: Set<WebAddress>) async throws(WorkspaceError) -> [(WebAddress, LinkAnswer)] {
    let end = ContinuousClock.now + Self.longestDuration
    let chains = Self.chains(of: addresses)
    let results = await withTaskGroup(of: Answers.self) { group in
      var results: [Answers] = []
      for (index, chain) in chains.enumerated() {
        if index >= Self.requestsAtATime, let result = await group.next() { results.append(result) }
        group.addTask {
          await Self.apart { Result { () throws(WorkspaceError) in try ask(chain, until: end) } }
        }
      }
      for await result in group { results.append(result) }
      return results
    }
    var answers: [(WebAddress, LinkAnswer)] = []
    for result in results { answers += try result.get() }
    return answers
  }

  /// The addresses in groups that are asked one after another, as many groups a host as requests may be
  /// made to it at a time; the longest first.
  private static func chains(of addresses: Set<WebAddress>) -> [[WebAddress]] {
    let hosts = Dictionary(grouping: addresses.sorted { $0.text < $1.text }, by: \.host)
    return hosts.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.flatMap { _, addresses in
      (0..<requestsAtATimeToAHost).map { start in
        stride(from: start, to: addresses.count, by: requestsAtATimeToAHost).map { addresses[$0] }
      }
    }.filter { !$0.isEmpty }
  }

  /// Asks after the addresses of one host, one after another.
  private func ask(
    _ chain: [WebAddress], until end: ContinuousClock.Instant
  ) throws(WorkspaceError) -> [(WebAddress, LinkAnswer)] {
    var answers: [(WebAddress, LinkAnswer)] = []
    var failures = 0
    for address in chain {
      if failures >= Self.patience, let last = answers.last?.1 {
        answers.append((address, last))
        continue
      }
      guard ContinuousClock.now < end else {
        answers.append((address, .unasked("the time for asking other sites was up")))
        continue
      }
      let answer = try probe.answer(for: address)
      if case .unreachable = answer { failures += 1 } else { failures = 0 }
      answers.append((address, answer))
    }
    return answers
  }

  /// Does work that waits on a thread of its own, so that it keeps no other task from going on.
  private static func apart<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: work()) }
    }
  }
}
