/// A log in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS Standard, 2020), as far as
/// Waymark writes it; the names are the standard's.
struct SARIFLog: Encodable {
  var version = "2.1.0"
  var schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
  let runs: [Run]

  enum CodingKeys: String, CodingKey {
    case version, runs
    case schema = "$schema"
  }

  struct Run: Encodable {
    let tool: Tool
    let results: [Result]
    var columnKind = "unicodeCodePoints"
    var originalUriBaseIds = [ArtifactLocation.base: BaseLocation()]
  }

  /// What relative addresses begin at. No `uri`: what is printed must not depend on the machine.
  struct BaseLocation: Encodable {
    var description = Message(text: "The project: the folder that holds Content/.")
  }

  struct Tool: Encodable {
    let driver: Driver
  }

  struct Driver: Encodable {
    var name = "waymark"
    let rules: [ReportingDescriptor]
  }

  struct ReportingDescriptor: Encodable {
    let id: String
    let shortDescription: Message
    let help: Message
    let defaultConfiguration: Configuration
  }

  struct Configuration: Encodable {
    let level: String
    /// Whether it is reported without being asked for.
    let enabled: Bool
  }

  struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int?
    let level: String
    let message: Message
    let locations: [Location]
    let relatedLocations: [Location]?
    let fixes: [Fix]?
    let partialFingerprints: [String: String]
  }

  struct Message: Encodable {
    let text: String
  }

  struct Location: Encodable {
    var id: Int?
    let physicalLocation: PhysicalLocation
    var message: Message?
  }

  struct PhysicalLocation: Encodable {
    let artifactLocation: ArtifactLocation
    /// Nil where the file or folder as such is meant.
    let region: Region?
  }

  struct ArtifactLocation: Encodable {
    /// Relative to the project, percent-encoded.
    let uri: String
    var uriBaseId = base

    static let base = "%SRCROOT%"
  }

  /// Lines and columns count from 1, `charOffset` and `byteOffset` from 0; the end column is that of the
  /// character behind the region.
  struct Region: Encodable {
    let startLine: Int
    let startColumn: Int
    let endLine: Int
    let endColumn: Int
    let charOffset: Int
    let charLength: Int
    let byteOffset: Int
    let byteLength: Int
  }

  struct Fix: Encodable {
    let description: Message
    let artifactChanges: [ArtifactChange]
  }

  struct ArtifactChange: Encodable {
    let artifactLocation: ArtifactLocation
    let replacements: [Replacement]
  }

  struct Replacement: Encodable {
    let deletedRegion: Region
    let insertedContent: Message?
  }
}
