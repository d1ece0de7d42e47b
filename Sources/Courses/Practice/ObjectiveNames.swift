import Diagnostics

extension Rule {
  package static let unknownObjective = Rule(
    "practice.unknown-objective", .error, isFixable: true,
    "A question names an objective that its overview does not have, so what it tests is not said.")
}

/// The objectives of a lesson by the names that questions may give them.
struct ObjectiveNames {
  /// The slugs in the overview's order; nil where the overview cannot tell.
  private let slugs: [String]?
  /// The slug that each name means: the slug itself, or its only prefix up to a hyphen; nil for a name
  /// of several.
  private var meanings: [String: String?] = [:]

  /// How many objectives a help lists, and among how many it looks for what was meant.
  private static let listLimit = 50

  /// - Parameter objectives: the objectives of the lesson; nil where the overview cannot tell.
  init(_ objectives: [Objective]?) {
    slugs = objectives?.map(\.slug)
    for slug in slugs ?? [] {
      for hyphen in slug.indices where slug[hyphen] == "-" {
        let prefix = String(slug[..<hyphen])
        meanings[prefix] = .some(meanings[prefix] == nil ? slug : nil)
      }
    }
    for slug in slugs ?? [] { meanings[slug] = slug }
  }

  /// Reads names with commas between them and reports those that mean no objective, or several.
  ///
  /// - Returns: the slugs that are meant, each once.
  func read(_ value: String, at span: Span, in context: inout QuestionContext) -> [String] {
    var meant: [String] = []
    var seen: Set<String> = []
    var offset = span.range.lowerBound
    for (index, part) in value.split(separator: ",", omittingEmptySubsequences: false).enumerated() {
      let start = offset
      let leading = part.prefix(while: \.isWhitespace).utf8.count
      let name = part.trimmed
      let place = context.source.span(offset + leading..<offset + leading + name.utf8.count)
      offset += part.utf8.count + 1
      if name.isEmpty {
        context.report(
          .badSettingValue, at: place, "objective must be slugs with one comma between them",
          help: "remove the spare comma",
          fixIt: FixIt(
            "remove the spare comma", in: span.path,
            [.delete(index == 0 ? start..<offset : start - 1..<offset - 1)]))
      } else if let slug = slugs == nil ? name : meanings[name] ?? nil {
        if seen.insert(slug).inserted { meant.append(slug) }
      } else {
        let slug = onlyNear(to: name, among: (slugs ?? []).prefix(Self.listLimit))
        let isNew = slug.map { seen.insert($0).inserted } ?? false
        context.report(
          .unknownObjective, at: place, "no single objective in the overview starts with “\(name)”",
          help: help(for: name), fixIt: isNew ? slug.map { .write($0, over: place) } : nil)
        // Otherwise it would be told as untested too.
        if let slug, isNew { meant.append(slug) }
      }
    }
    return meant
  }

  private func help(for name: String) -> String {
    let slugs = (slugs ?? []).prefix(Self.listLimit)
    guard !slugs.isEmpty else { return "the overview names no objectives: add them, or remove this line" }
    let suggestion = nearest(to: name, among: slugs).map { "did you mean “\($0)”? " } ?? ""
    let more = (self.slugs ?? []).count > slugs.count ? ", …" : ""
    return "\(suggestion)The objectives are: \(slugs.joined(separator: ", "))\(more)"
  }
}
