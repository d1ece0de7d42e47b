import Testing

@testable import Workspace

@Suite struct ConnectionTableTests {
  /// A task that ends when it is cancelled.
  private func connection() -> Task<Void, Never> {
    Task {
      while !Task.isCancelled { await Task.yield() }
    }
  }

  @Test func endsTheConnectionThatWaitedLongest() async throws {
    let table = ConnectionTable(limit: 2)
    let tasks = [connection(), connection()]
    let numbers = tasks.map { task in
      let number = table.admit()
      table.assign(task, to: number)
      return number
    }
    table.set(numbers[0], .listening, for: nil)
    _ = table.admit()
    #expect(tasks.map(\.isCancelled) == [false, true])
    _ = table.admit()
    #expect(tasks.map(\.isCancelled) == [true, true])
  }

  @Test func endsConnectionsWhoseTimeIsUp() async throws {
    let table = ConnectionTable(limit: 2)
    let tasks = [connection(), connection()]
    for (task, patience) in zip(tasks, [Duration.seconds(-1), .seconds(1000)]) {
      let number = table.admit()
      table.assign(task, to: number)
      table.set(number, .answering, for: patience)
    }
    table.endOverdue()
    #expect(tasks.map(\.isCancelled) == [true, false])
    table.endAll()
    #expect(tasks.map(\.isCancelled) == [true, true])
  }
}
