import Foundation

/// A folder of files that hold what the code is expected to produce.
///
/// With `UPDATE_GOLDENS=1` in the environment a file that differs is written anew, and the comparison
/// fails all the same, so that nobody accepts a change without looking at it.
package struct Goldens {
  /// The folder that holds the files.
  package let folder: URL

  /// - Parameters:
  ///   - name: the folder's name, beside the test's file.
  ///   - file: the test's file.
  package init(_ name: String = "Goldens", beside file: String = #filePath) {
    folder = URL(filePath: file).deletingLastPathComponent().appending(path: name)
  }

  /// The names of the files, in alphabetical order.
  package func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }.sorted()
  }

  /// The text of a file.
  package func text(of name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// Compares a text with a file.
  ///
  /// - Returns: nil where they are equal, otherwise what to do about it. A file that is missing is a
  ///   difference.
  package func difference(of actual: String, from name: String) throws -> String? {
    let file = folder.appending(path: name)
    let expected = FileManager.default.fileExists(atPath: file.path) ? try text(of: name) : nil
    if actual == expected { return nil }
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try actual.write(to: file, atomically: true, encoding: .utf8)
      return "\(name) was written anew: read the change, then run without UPDATE_GOLDENS"
    }
    guard let expected else { return "\(name) is missing; UPDATE_GOLDENS=1 writes it:\n\(actual)" }
    return
      "\(name) differs; UPDATE_GOLDENS=1 writes it anew\n--- expected\n\(expected)\n--- actual\n\(actual)"
  }
}
