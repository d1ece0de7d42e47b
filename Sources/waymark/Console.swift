import ArgumentParser
import Diagnostics
import Glibc
import Workspace

/// What the program says, and to whom: people read standard error, tools read standard output.
struct Console {
  private let format: DiagnosticFormat
  private let usesColor: Bool

  /// For commands that print no diagnostics of a course.
  init() {
    format = .human
    usesColor = false
  }

  /// - Parameters:
  ///   - options: how diagnostics are to be shown.
  ///   - format: the form to show them in; nil for the one of the options.
  init(options: DiagnosticOptions, format: DiagnosticFormat? = nil) {
    self.format = format ?? options.format
    usesColor =
      switch options.color {
      case .always: true
      case .never: false
      case .auto: isatty(STDERR_FILENO) == 1 && getenv("NO_COLOR") == nil && !Self.isDumbTerminal
      }
  }

  /// Prints diagnostics in the form that was asked for.
  ///
  /// - Parameters:
  ///   - diagnostics: what to print, in the order to print it.
  ///   - source: finds the file of a path.
  func print(_ diagnostics: [Diagnostic], source: @escaping SourceLookup) {
    let text = format.printer(usesColor: usesColor, rules: Builder.rules, source: source)
      .text(of: diagnostics)
    write(text, to: format.isForMachines ? STDOUT_FILENO : STDERR_FILENO)
  }

  /// Prints a line for people.
  func say(_ line: String) {
    write(line + "\n", to: STDERR_FILENO)
  }

  /// Prints a line of progress, which only somebody who waits before a terminal wants.
  func sayOnTerminal(_ line: String) {
    if isatty(STDERR_FILENO) == 1 { say(line) }
  }

  /// Prints what the machine refused, with the remedy.
  func say(_ fault: WorkspaceError) {
    say("\(fault.path.harmless): error: \(fault.message)\n  = help: \(fault.help)")
  }

  /// Runs a command; what the machine refuses is told with a remedy and ends it with status 2.
  ///
  /// - Parameter body: the command.
  /// - Throws: the exit status, and whatever else `body` throws.
  func reportingMachineFaults(_ body: () async throws -> Void) async throws {
    do {
      try await body()
    } catch let fault as WorkspaceError {
      say(fault)
      throw ExitCode(2)
    }
  }

  /// Writes a result to standard output.
  func write(_ bytes: [UInt8]) {
    write(String(decoding: bytes, as: UTF8.self), to: STDOUT_FILENO)
  }

  private func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while let start = rest.baseAddress, !rest.isEmpty {
        let count = Glibc.write(descriptor, start, rest.count)
        if count < 0, errno == EINTR { continue }
        // Nobody is left to tell when the reader of our own output has gone.
        guard count > 0 else { return }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
    }
  }

  private static var isDumbTerminal: Bool {
    getenv("TERM").map { String(cString: $0) == "dumb" } ?? true
  }
}
