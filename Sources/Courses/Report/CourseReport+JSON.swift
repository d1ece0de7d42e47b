import FoundationEssentials

extension CourseReport {
  /// The form of ``json``; it rises when a key changes its meaning or goes away.
  private static let jsonVersion = 1

  /// The report as JSON; the manual describes its keys.
  package var json: String {
    struct Document: Encodable {
      let version: Int
      let title: String
      let lessons: [Lesson]
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      let document = Document(version: Self.jsonVersion, title: title, lessons: lessons)
      return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
    } catch {
      preconditionFailure("Strings and integers are encoded without error: \(error)")
    }
  }
}
