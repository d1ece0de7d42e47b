import Diagnostics
import Glibc
import Markdown

/// A file that the user names on the command line, outside any course.
package enum InputFile {
  /// Reads a file, or standard input, as far as it is worth reading.
  ///
  /// - Parameter path: the file's path, absolute or relative to the working folder; `-` for standard input.
  /// - Returns: the file; of one larger than ``Limits/fileSize`` only so much as shows that.
  /// - Throws: an error with a remedy where it cannot be read.
  package static func read(_ path: String) throws(WorkspaceError) -> SourceFile {
    if path == "-" {
      let bytes = try WorkspaceError.explaining("standard input", cannot: .read) { () throws(Errno) in
        try FileDescriptor.standardInput().read(atMost: Limits.fileSize + 1)
      }
      return SourceFile(path: "<stdin>", bytes: bytes)
    }
    do {
      let bytes = try FileDescriptor(file: path).read(atMost: Limits.fileSize + 1)
      return SourceFile(path: path, bytes: bytes)
    } catch {
      throw WorkspaceError(error, named: path, wanted: "file")
    }
  }
}
