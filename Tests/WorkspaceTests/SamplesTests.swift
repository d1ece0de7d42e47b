import Foundation
import Samples
import Testing

@Suite struct SamplesTests {
  private func files(of folder: String) throws -> [String: Data] {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    root.append(path: "Sources/Samples/\(folder)")
    let enumerator = try #require(FileManager.default.enumerator(atPath: root.path))
    var files: [String: Data] = [:]
    for case let path as String in enumerator where path.contains(".") {
      files[path] = try Data(contentsOf: root.appending(path: path))
    }
    return files
  }

  @Test func embedsEveryFileOfTheTrack() throws {
    let embedded = BuiltInSamples.track.map { ($0.path, Data($0.bytes)) }
    #expect(try files(of: "Track") == Dictionary(uniqueKeysWithValues: embedded))
  }

  @Test func embedsEveryFileOfTheLesson() throws {
    let embedded = BuiltInSamples.lesson.map { ("new-\($0.path)", Data($0.bytes)) }
    #expect(try files(of: "Lesson") == Dictionary(uniqueKeysWithValues: embedded))
  }
}
