import CLinux
import Glibc

/// A program that is run for what it writes to standard output.
struct ChildProcess {
  /// What the program wrote; what follows ``outputLimit`` bytes is dropped.
  let output: [UInt8]
  /// Its exit status; nil where a signal ended it.
  let status: CInt?

  /// How much is kept of what a program writes, in bytes.
  static let outputLimit = 1 << 16

  /// Runs a program and waits for its end; its input is empty, and what it says of errors is dropped.
  ///
  /// - Parameters:
  ///   - program: its name, looked for along `PATH`.
  ///   - arguments: what it is called with; no shell reads them.
  ///   - variables: which variables of the environment it may know, as far as they are set.
  /// - Throws: `ENOENT` where there is no such program, or what else the system refuses.
  init(running program: String, _ arguments: [String], variables: [String]) throws(Errno) {
    var pipe: [CInt] = [0, 0]
    _ = try Errno.check { pipe2(&pipe, O_CLOEXEC) }
    defer { close(pipe[0]) }
    let child: pid_t
    do {
      defer { close(pipe[1]) }
      child = try Self.spawn(program, arguments, variables, output: pipe[1])
    }
    output = Self.read(from: pipe[0])
    var state: CInt = 0
    _ = try Errno.check { waitpid(child, &state, 0) }
    status = state & 0x7F == 0 ? state >> 8 & 0xFF : nil
  }

  private static func spawn(
    _ program: String, _ arguments: [String], _ variables: [String], output: CInt
  ) throws(Errno) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)

    let environment = variables.compactMap { name in getenv(name).map { "\(name)=\(String(cString: $0))" } }
    let words = ([program] + arguments).map { strdup($0) }
    let settings = environment.map { strdup($0) }
    defer { for text in words + settings { free(text) } }
    var child: pid_t = 0
    // Unlike other calls it returns its error.
    let code = posix_spawnp(&child, program, &actions, nil, words + [nil], settings + [nil])
    guard code == 0 else { throw Errno(code) }
    return child
  }

  /// Reads until the other end is closed, so that the program is never kept waiting.
  private static func read(from descriptor: CInt) -> [UInt8] {
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return output }
      output += buffer[..<count].prefix(outputLimit - output.count)
    }
  }
}
