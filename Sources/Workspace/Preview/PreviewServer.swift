import Diagnostics
import FlyingSocks
import Glibc
import Rendering

/// A live preview of a track on this machine: it follows what is written, and tells the browser.
///
/// It listens on 127.0.0.1 alone. Of FlyingFox it uses the sockets; requests are read here, since its
/// server reads a head of any length, waits for a silent client for ever, and ends when the process has no
/// descriptors left.
package struct PreviewServer: Sendable {
  private let settings: SiteSettings
  private let port: UInt16

  /// How many connections may be open: browsers hold six, each page in sight one of them.
  private static let connectionLimit = 256
  /// How often silent listeners are reminded, so that those that have gone are noticed.
  private static let reminderInterval = Duration.seconds(20)

  /// - Parameters:
  ///   - project: the folder that holds `Content/`.
  ///   - baseURL: where the site will be published, in place of what `track.yml` says.
  ///   - includesDrafts: whether lessons that are drafts are shown.
  ///   - jobs: how many lessons to work on at once, at least 1; nil for one a processor.
  ///   - policy: which diagnostics count.
  ///   - port: where to listen; 0 for any that is free.
  package init(
    project: ProjectFolder, baseURL: String?, includesDrafts: Bool, jobs: Int?, policy: SeverityPolicy,
    port: UInt16
  ) {
    settings = SiteSettings(
      project: project, baseURL: baseURL, includesDrafts: includesDrafts, jobs: jobs, policy: policy)
    self.port = port
  }

  /// What the preview has to tell.
  package enum Event {
    /// The site is served for the first time, at an address.
    case started(BuildReport, address: String)
    /// Something was touched: how many files of the site are different, and whether the diagnostics are.
    case updated(BuildReport, files: Int, hasNewDiagnostics: Bool)
    /// The machine refused to read the project; the site is served as it was.
    case failed(WorkspaceError)
    /// There was no room for some files of the site, whose paths in it these are, in the memory that the
    /// preview takes, in MB.
    case leftOut([String], room: Int)
    /// The machine no longer refuses. What came of it is told next.
    case recovered
  }

  /// Serves until the task is cancelled.
  ///
  /// - Parameter tell: called with each event.
  /// - Throws: an error with a remedy where the port is taken, or where the machine refuses at the start.
  package func run(_ tell: (Event) -> Void) async throws {
    let listener = try Self.listener(on: port)
    let pool = SocketPool<ePoll>.ePoll(maxEvents: 64)
    try await pool.prepare()
    var watcher = try ProjectWatcher.watching(settings.project, pool: pool)
    var preview = Preview(of: settings)
    let board = PreviewBoard(try await preview.update(.everything))
    let table = ConnectionTable(limit: Self.connectionLimit)
    let port = try Self.port(of: listener)
    let socket = try AsyncSocket(socket: listener, pool: pool)

    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await pool.run() }
      group.addTask { try await Self.serve(socket, port: port, pool: pool, table: table, board: board) }
      group.addTask {
        while true {
          try await Task.sleep(for: .seconds(1))
          table.endOverdue()
        }
      }
      group.addTask {
        while true {
          try await Task.sleep(for: Self.reminderInterval)
          board.remind()
        }
      }
      if let report = preview.report() {
        Self.tell(of: board.site.leftOut, tell)
        tell(.started(report, address: "http://127.0.0.1:\(port)/"))
      }
      do {
        while true {
          let changes = try await watcher.next()
          await follow(changes, &preview, board, tell)
        }
      } catch let error as WorkspaceError {
        throw error
      } catch {
        // At the end that was asked for the pool may be the first to go, and then waits for nobody.
        guard Task.isCancelled else {
          throw WorkspaceError(
            path: settings.project.path, message: "the preview cannot go on: \(error)", help: "begin it again"
          )
        }
      }
      table.endAll()
      group.cancelAll()
      while let result = await group.nextResult() { _ = result }
    }
    try listener.close()
  }

  /// Brings the preview up to date.
  private func follow(
    _ changes: SiteChanges, _ preview: inout Preview, _ board: PreviewBoard, _ tell: (Event) -> Void
  ) async {
    let before = (site: board.site, diagnostics: preview.diagnostics)
    do {
      let site = try await preview.update(changes)
      board.publish(site)
      guard let report = preview.report() else { return }
      if before.site.fault != nil { tell(.recovered) }
      if before.site.leftOut != site.leftOut { Self.tell(of: site.leftOut, tell) }
      tell(
        .updated(
          report, files: preview.files.differences,
          hasNewDiagnostics: before.diagnostics != preview.diagnostics || before.site.fault != nil))
    } catch {
      var site = before.site
      let fault = PreviewNotes.Fault(path: error.path, message: error.message, help: error.help)
      guard site.fault != fault else { return }
      site.fault = fault
      board.publish(site)
      tell(.failed(error))
    }
  }

  private static func tell(of leftOut: Set<String>, _ tell: (Event) -> Void) {
    if !leftOut.isEmpty { tell(.leftOut(leftOut.sorted(), room: MemorySink.copyLimit >> 20)) }
  }

  // MARK: Connections

  private static func serve(
    _ listener: AsyncSocket, port: UInt16, pool: SocketPool<ePoll>, table: ConnectionTable,
    board: PreviewBoard
  ) async throws {
    let hosts = hosts(port: port)
    while !Task.isCancelled {
      let socket: AsyncSocket
      do {
        socket = try await listener.accept()
      } catch is CancellationError {
        return
      } catch {
        // The client has gone already, or there are no descriptors left until another goes.
        try await Task.sleep(for: .milliseconds(20))
        continue
      }
      let number = table.admit()
      let connection = PreviewConnection(
        socket: socket, number: number, table: table, board: board, hosts: hosts)
      let task = Task {
        await connection.serve()
        await pool.settle()
        do {
          try socket.close()
        } catch {
          // The client closed it before.
        }
        table.remove(number)
      }
      table.assign(task, to: number)
    }
  }

  /// The names by which this machine's own browsers ask.
  private static func hosts(port: UInt16) -> Set<String> {
    let names = ["localhost", "127.0.0.1", "[::1]"]
    return Set(names.map { "\($0):\(port)" } + (port == 80 ? names : []))
  }

  private static func listener(on port: UInt16) throws(WorkspaceError) -> Socket {
    let address = "127.0.0.1:\(port)"
    do {
      let socket = try Socket(domain: AF_INET, type: .stream)
      try socket.setValue(true, for: .localAddressReuse)
      try socket.bind(to: .inet(ip4: "127.0.0.1", port: port))
      try socket.listen()
      return socket
    } catch SocketError.failed(_, EADDRINUSE, _) {
      throw WorkspaceError(
        path: address, message: "the port is in use, perhaps by another preview",
        help: "end the other program, or choose another port with --port")
    } catch SocketError.failed(_, EACCES, _) {
      throw WorkspaceError(
        path: address, message: "the system does not let you use this port",
        help: "choose a port above 1023 with --port")
    } catch {
      throw WorkspaceError(
        path: address, message: "cannot listen there: \(error)", help: "choose another port with --port")
    }
  }

  private static func port(of listener: Socket) throws -> UInt16 {
    guard case .ip4(_, let port) = try listener.sockname() else {
      preconditionFailure("A socket that was bound to an IPv4 address has one")
    }
    return port
  }
}

extension SocketPool {
  /// Returns once the pool has forgotten the sockets that were waited for. A socket that is closed before
  /// would leave its number behind, and a new one of the same number would never be told anything.
  func settle() {}
}
