import Glibc
import Synchronization

/// How many processors the machine offers, at least 1: the default of `--jobs`.
package func processorCount() -> Int {
  max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN)))
}

/// Computes a value for each number from 0 in a bounded number of child tasks.
///
/// Those who wait for a thread meanwhile have a turn every ten milliseconds, or when a longer `transform` ends.
///
/// The numbers are begun in order, each as soon as a task is free, so that what is held at a time does
/// not grow with `count`.
///
/// - Parameters:
///   - count: how many values there are, at least 0.
///   - jobs: how many tasks work at a time; fewer than 1 mean 1.
///   - transform: computes the value of a number; called from several tasks at once.
/// - Returns: the values in the order of their numbers.
/// - Throws: of what `transform` threw, the error with the lowest number. After the first error no other
///   number is begun.
package func concurrentMap<Value: Sendable, Failure: Error>(
  _ count: Int, jobs: Int, _ transform: @escaping @Sendable (Int) throws(Failure) -> Value
) async throws(Failure) -> [Value] {
  let turns = Turns()
  let outcomes = await withTaskGroup(of: [(index: Int, outcome: Result<Value, Failure>)].self) { group in
    for _ in 0..<min(max(jobs, 1), count) {
      group.addTask {
        var outcomes: [(index: Int, outcome: Result<Value, Failure>)] = []
        var lastTurn = ContinuousClock.now
        while true {
          let index = turns.next.add(1, ordering: .relaxed).oldValue
          guard index < count else { return outcomes }
          do throws(Failure) {
            outcomes.append((index, .success(try transform(index))))
          } catch {
            outcomes.append((index, .failure(error)))
            turns.next.store(count, ordering: .relaxed)
          }
          // Whoever waits for a thread has a turn: the preview goes on answering.
          if lastTurn.duration(to: .now) > .milliseconds(10) {
            await Task.yield()
            lastTurn = .now
          }
        }
      }
    }
    var all: [Result<Value, Failure>?] = Array(repeating: nil, count: count)
    for await outcomes in group {
      for (index, outcome) in outcomes { all[index] = outcome }
    }
    return all
  }
  var values: [Value] = []
  values.reserveCapacity(count)
  // Numbers that were never begun come after the one that failed.
  for outcome in outcomes {
    if let outcome { values.append(try outcome.get()) }
  }
  return values
}

/// The next number to begin, shared by the tasks.
private final class Turns: Sendable {
  let next = Atomic<Int>(0)
}
