import Foundation

@testable import Workspace

/// A folder of a test's own, deleted when the value goes away.
final class TemporaryFolder: Sendable {
  /// Its absolute path, symbolic links resolved.
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "waymark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = try resolvePath(url.path)
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      print("\(path) could not be deleted: \(error)")
    }
  }

  func absolute(_ path: String) -> String { "\(self.path)/\(path)" }

  /// Writes a file, and makes the folders that it lies in.
  func write(_ text: String, to path: String) throws {
    try makeFolder((path as NSString).deletingLastPathComponent)
    try Data(text.utf8).write(to: URL(filePath: absolute(path)))
  }

  func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: absolute(path), withIntermediateDirectories: true)
  }

  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: absolute(path), withDestinationPath: target)
  }

  func move(_ path: String, to newPath: String) throws {
    try FileManager.default.moveItem(atPath: absolute(path), toPath: absolute(newPath))
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: absolute(path))
  }

  func exists(_ path: String) -> Bool {
    (try? FileManager.default.attributesOfItem(atPath: absolute(path))) != nil
  }

  func text(_ path: String) throws -> String {
    try String(contentsOfFile: absolute(path), encoding: .utf8)
  }

  /// The names in a folder, hidden ones included, sorted.
  func names(_ path: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: absolute(path)).sorted()
  }

  /// Every file beneath a folder by its path there, with its content.
  func files(_ path: String) throws -> [String: String] {
    var files: [String: String] = [:]
    for file in try FileManager.default.subpathsOfDirectory(atPath: absolute(path)) {
      var isFolder: ObjCBool = false
      let full = absolute("\(path)/\(file)")
      if FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue {
        files[file] = try String(contentsOfFile: full, encoding: .isoLatin1)
      }
    }
    return files
  }

  /// What identifies a file or folder, and when it was written.
  func identity(_ path: String) throws -> [String] {
    let attributes = try FileManager.default.attributesOfItem(atPath: absolute(path))
    return [FileAttributeKey.systemFileNumber, .modificationDate].map { String(describing: attributes[$0]) }
  }
}

/// A project with an empty `Content/`, and short ways to publish.
struct TestProject {
  let folder: TemporaryFolder
  let project: ProjectFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("title: Test\n", to: "Content/track.yml")
    project = try ProjectFolder(at: folder.path)
  }

  func publisher(_ output: String = "Public") throws(WorkspaceError) -> Publisher {
    try Publisher(output: output, of: project)
  }

  /// Publishes files of the given content.
  @discardableResult
  func publish(_ files: [String: String], to output: String = "Public") throws -> Publication {
    let publisher = try publisher(output)
    do {
      let published = try files.sorted { $0.key < $1.key }.map {
        try publisher.write(Array($0.value.utf8), to: $0.key)
      }
      return try publisher.finish(published, pages: [])
    } catch {
      publisher.abandon()
      throw error
    }
  }

  /// The files of the site but for the hidden ones of its root.
  func site(_ output: String = "Public") throws -> [String: String] {
    try folder.files(output).filter { !$0.key.hasPrefix(".") }
  }

  /// The error that publishing meets.
  func failure(_ files: [String: String] = ["index.html": "x"], to output: String = "Public") throws
    -> WorkspaceError?
  {
    do {
      try publish(files, to: output)
      return nil
    } catch let error as WorkspaceError {
      return error
    }
  }
}
