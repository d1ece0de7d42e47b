import FoundationEssentials

extension SiteDiff {
  /// The form of ``json``; it rises when a key changes its meaning or goes away.
  private static let jsonVersion = 1

  /// The comparison as JSON; the manual describes its keys.
  package var json: String {
    struct Document: Encodable {
      let version: Int
      let anchorsLost: [LostAnchor]
      let files: Files
      let objectivesLost: [LostObjective]
      let pages: Pages
      let questions: Questions
      let theme: [String]
    }
    let document = Document(
      version: Self.jsonVersion, anchorsLost: anchors, files: files, objectivesLost: objectives,
      pages: pages, questions: questions, theme: theme)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
    } catch {
      preconditionFailure("Strings and integers are encoded without error: \(error)")
    }
  }
}

extension SiteDiff.EditedQuestion: Encodable {
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: SiteDiff.QuestionKey.self)
    try container.encode(question.page, forKey: .page)
    try container.encode(question.id, forKey: .id)
    try container.encode(key, forKey: .key)
  }
}

extension SiteDiff.LostQuestion: Encodable {
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: SiteDiff.QuestionKey.self)
    try container.encode(question.page, forKey: .page)
    try container.encode(question.id, forKey: .id)
    try container.encodeIfPresent(now, forKey: .now)
    try container.encodeIfPresent(key, forKey: .key)
  }
}

extension SiteDiff {
  fileprivate enum QuestionKey: String, CodingKey { case page, id, key, now }
}
