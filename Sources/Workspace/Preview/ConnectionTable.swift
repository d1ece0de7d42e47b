import Synchronization

/// The connections that are open, few enough for the memory and the descriptors of the process.
///
/// A connection that keeps its time limit may stay. When there are too many, the one that has waited
/// longest for a request goes, so that whoever opens connections and says nothing shuts nobody out.
final class ConnectionTable: Sendable {
  /// What a connection is doing.
  enum Activity {
    /// It waits for the rest of a request.
    case waiting
    /// It is sent an answer.
    case answering
    /// It hears of changes until it goes.
    case listening
  }

  private struct Entry {
    var task: Task<Void, Never>?
    var activity = Activity.waiting
    var since: ContinuousClock.Instant
    var deadline: ContinuousClock.Instant?
  }

  private struct Content {
    var entries: [Int: Entry] = [:]
    var next = 0
  }

  private let content = Mutex(Content())
  /// How many connections may be open.
  private let limit: Int

  /// - Parameter limit: how many connections may be open, at least 1.
  init(limit: Int) {
    self.limit = limit
  }

  /// Makes room for a connection.
  ///
  /// - Returns: its number.
  func admit() -> Int {
    let (number, victim) = content.withLock { content in
      let victim = content.entries.count < limit ? nil : Self.mostDispensable(of: content.entries)
      content.next += 1
      content.entries[content.next] = Entry(since: .now)
      return (content.next, victim.flatMap { content.entries[$0]?.task })
    }
    victim?.cancel()
    return number
  }

  /// Tells which task serves a connection, unless that has ended already.
  func assign(_ task: Task<Void, Never>, to number: Int) {
    content.withLock { $0.entries[number]?.task = task }
  }

  /// Tells what a connection does from now on.
  ///
  /// - Parameters:
  ///   - number: the connection.
  ///   - activity: what it does.
  ///   - patience: how long it may do so; nil without limit.
  func set(_ number: Int, _ activity: Activity, for patience: Duration?) {
    content.withLock { content in
      let now = ContinuousClock.now
      content.entries[number]?.activity = activity
      content.entries[number]?.since = now
      content.entries[number]?.deadline = patience.map { now + $0 }
    }
  }

  /// Forgets a connection that has ended.
  func remove(_ number: Int) {
    content.withLock { _ = $0.entries.removeValue(forKey: number) }
  }

  /// Ends the connections whose time is up.
  func endOverdue() {
    let now = ContinuousClock.now
    let overdue = content.withLock { content in
      content.entries.values.filter { $0.deadline.map { $0 < now } ?? false }.compactMap(\.task)
    }
    for task in overdue { task.cancel() }
  }

  /// Ends all connections.
  func endAll() {
    for task in content.withLock({ $0.entries.values.compactMap(\.task) }) { task.cancel() }
  }

  private static func mostDispensable(of entries: [Int: Entry]) -> Int? {
    let rank = { (activity: Activity) in
      switch activity {
      case .waiting: 0
      case .listening: 1
      case .answering: 2
      }
    }
    return entries.filter { $0.value.task?.isCancelled == false }
      .min { (rank($0.value.activity), $0.value.since) < (rank($1.value.activity), $1.value.since) }?.key
  }
}
