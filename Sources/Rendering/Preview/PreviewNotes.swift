import Courses
import Diagnostics

/// What a page of the preview tells its author.
package struct PreviewNotes: Sendable {
  /// What is wrong on the page itself; on a page that no file of the course stands for, everything.
  package let own: [ShownDiagnostic]
  /// The other files in which something is wrong.
  package let elsewhere: [File]
  /// What the machine refused, so that the site is as it was before; nil where all is well.
  package let fault: Fault?

  /// A file in which something is wrong.
  package struct File: Sendable {
    /// Its path, relative to the project.
    package let path: String
    /// Where the preview shows what is wrong with it, from the root of the host.
    package let address: String
    /// How much is wrong with it.
    package let summary: DiagnosticSummary

    package init(path: String, address: String, summary: DiagnosticSummary) {
      self.path = path
      self.address = address
      self.summary = summary
    }
  }

  /// What the machine refused.
  package struct Fault: Hashable, Sendable {
    /// The path that it concerns.
    package let path: String
    /// What went wrong.
    package let message: String
    /// The remedy.
    package let help: String

    package init(path: String, message: String, help: String) {
      self.path = path
      self.message = message
      self.help = help
    }
  }

  package init(own: [ShownDiagnostic], elsewhere: [File], fault: Fault?) {
    self.own = own
    self.elsewhere = elsewhere
    self.fault = fault
  }

  /// Whether there is nothing to tell.
  package var isEmpty: Bool { own.isEmpty && elsewhere.isEmpty && fault == nil }
}
