import Foundation
import Testing

/// The lines that the package manager does not hold: who imports whom, who may touch C, the disk,
/// the clock and the network, and how long a file may grow.
@Suite struct ArchitectureTests {
  /// What each module may import of ours, of C's and of others'. Swift's own `Synchronization` is
  /// everybody's.
  static let allowedImports: [String: Set<String>] = [
    "Diagnostics": ["FoundationEssentials"],
    "HTML": [],
    "Samples": [],
    "Markdown": ["Diagnostics", "CMarkGFM", "Glibc"],
    "Courses": ["Diagnostics", "Markdown", "Foundation", "FoundationEssentials", "Yams"],
    "Rendering": ["Courses", "Diagnostics", "HTML", "Markdown", "Theme", "Mustache"],
    "Workspace": [
      "Courses", "Diagnostics", "Markdown", "Rendering", "Samples", "CLinux", "Dispatch", "FlyingSocks",
      "Glibc", "Foundation", "FoundationEssentials",
    ],
    "waymark": [
      "Courses", "Diagnostics", "Markdown", "Rendering", "Workspace", "ArgumentParser", "Dispatch", "Glibc",
      "Foundation", "FoundationEssentials",
    ],
  ]

  @Test func importsFollowTheFlowOfData() throws {
    for file in try swiftFiles(in: "Sources") {
      let module = try #require(file.path.split(separator: "/").dropFirst().first.map(String.init))
      let allowed = try #require(Self.allowedImports[module], "\(module) is missing from the table")
      for imported in file.imports where imported != "Synchronization" {
        #expect(allowed.contains(imported), "\(file.path) imports \(imported)")
      }
    }
  }

  @Test func keepsCPointersInMarkdown() throws {
    for file in try swiftFiles(in: "Sources") where !file.path.hasPrefix("Sources/Markdown/") {
      #expect(file.text.firstMatch(of: /cmark_\w+\(/) == nil, "\(file.path) calls cmark")
    }
  }

  @Test func refusesEscapesFromTheCompilersChecks() throws {
    let refused = [
      "@unchecked Sendable", "nonisolated(unsafe)", "try!", "fatalError(", "Task.detached", "as!",
    ]
    for file in try swiftFiles(in: "Sources") {
      for word in refused { #expect(!file.text.contains(word), "\(file.path) has \(word)") }
    }
  }

  @Test func leavesTheClockToTheWorkspaceAndTheCommands() throws {
    let clocks = ["Date()", "ContinuousClock", "SuspendingClock", "clock_gettime", "time(nil)"]
    for file in try swiftFiles(in: "Sources") {
      if file.path.hasPrefix("Sources/Workspace/") || file.path.hasPrefix("Sources/waymark/") { continue }
      for clock in clocks { #expect(!file.text.contains(clock), "\(file.path) reads the clock") }
    }
  }

  @Test func keepsFilesShortEnoughToHoldOneSubject() throws {
    for file in try swiftFiles(in: "Sources") + swiftFiles(in: "Templates") {
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= 401, "\(file.path) has \(lines) lines")
    }
  }

  @Test func holdsNoNameOfAModuleAsAType() throws {
    let modules = Set(Self.allowedImports.keys).union(["Theme"])
    let declaration = /\b(?:struct|class|enum|actor|protocol|typealias)\s+([A-Z]\w*)/
    for file in try swiftFiles(in: "Sources") + swiftFiles(in: "Templates") {
      for match in file.text.matches(of: declaration) {
        #expect(!modules.contains(String(match.output.1)), "\(file.path) declares \(match.output.1)")
      }
    }
  }

  @Test func keepsTheTopLevelSmall() throws {
    let allowed: Set = ["Package.swift", "Sources", "Tests", "Content", "Templates", "Public", "README.md"]
    // The resolver writes this file; it is never committed.
    let local: Set = ["Package.resolved"]
    for name in try FileManager.default.contentsOfDirectory(atPath: root) where !name.hasPrefix(".") {
      #expect(allowed.union(local).contains(name), "\(name) stands at the top level")
    }
  }

  // MARK: Reading

  private struct SourceText {
    let path: String
    let text: String

    var imports: [String] {
      text.matches(
        of:
          /(?m)^\s*(?:@\w+\s+)?(?:(?:package|internal|public|private)\s+)?import\s+(?:(?:struct|func|enum|class|protocol)\s+)?(\w+)/
      )
      .map { String($0.output.1) }
    }
  }

  private var root: String {
    var path = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { path.deleteLastPathComponent() }
    return path.path
  }

  private func swiftFiles(in folder: String) throws -> [SourceText] {
    let enumerator = try #require(FileManager.default.enumerator(atPath: "\(root)/\(folder)"))
    let paths = enumerator.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted()
    #expect(!paths.isEmpty)
    return try paths.map { path in
      SourceText(
        path: "\(folder)/\(path)",
        text: try String(contentsOfFile: "\(root)/\(folder)/\(path)", encoding: .utf8))
    }
  }
}
