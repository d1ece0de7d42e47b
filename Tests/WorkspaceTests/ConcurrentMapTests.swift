import Synchronization
import Testing
import Workspace

@Suite struct ConcurrentMapTests {
  struct Failure: Error, Equatable { let index: Int }

  @Test(arguments: [0, 1, 2, 7, 64]) func returnsValuesInOrder(jobs: Int) async {
    let values = await concurrentMap(1000, jobs: jobs) { (index) throws(Never) in index * 2 }
    #expect(values == (0..<1000).map { $0 * 2 })
  }

  @Test func returnsNothingForNothing() async {
    #expect(await concurrentMap(0, jobs: 2) { (index) throws(Never) in index } == [])
  }

  @Test func throwsTheFirstError() async {
    await #expect(throws: Failure(index: 10)) {
      try await concurrentMap(1000, jobs: 4) { (index) throws(Failure) in
        if index >= 10 { throw Failure(index: index) }
      }
    }
  }

  /// Without that the others come once all is done, or once or twice before all threads are taken.
  @Test func givesOthersATurn() async {
    final class Counter: Sendable { let value = Atomic<Int>(0) }
    let others = Counter()
    let processors = processorCount()
    let seen = await concurrentMap(50 * processors, jobs: 4 * processors) { (_) throws(Never) in
      Task { others.value.add(1, ordering: .relaxed) }
      // As long as the work on some lessons takes.
      let start = ContinuousClock.now
      while start.duration(to: .now) < .milliseconds(12) {}
      return others.value.load(ordering: .relaxed)
    }
    #expect(Set(seen).count > 5)
  }
}
