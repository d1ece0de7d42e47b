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
}
