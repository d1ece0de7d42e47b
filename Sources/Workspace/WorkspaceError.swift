/// What the machine refused: a disk, a permission, a folder that is not ours.
package struct WorkspaceError: Error, Hashable, Sendable {
  /// The path that it concerns, as the user would write it.
  package let path: String
  /// What went wrong, in one clause without a final full stop.
  package let message: String
  /// The remedy, as an instruction.
  package let help: String

  /// - Parameters:
  ///   - path: the path that it concerns, as the user would write it.
  ///   - message: what went wrong, in one clause without a final full stop.
  ///   - help: the remedy, as an instruction.
  package init(path: String, message: String, help: String) {
    self.path = path
    self.message = message
    self.help = help
  }
}
