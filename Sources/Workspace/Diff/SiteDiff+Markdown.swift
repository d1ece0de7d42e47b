import Diagnostics

extension SiteDiff {
  /// How long the Markdown may become, in bytes: GitHub takes comments of 65,536 characters, and leaves
  /// room here for what is put around it.
  static let markdownLimit = 60_000

  /// The comparison as GitHub-flavoured Markdown, to be posted as a comment as it is.
  ///
  /// All that comes from the sites stands in code spans, so that it can neither be markup nor mention or
  /// link to anything. Long lists are cut.
  package var markdown: String {
    var limit = 100
    var text = markdown(listing: limit)
    while text.utf8.count > Self.markdownLimit, limit > 0 {
      limit /= 2
      text = markdown(listing: limit)
    }
    return text
  }

  /// - Parameter limit: how many items of each list are shown.
  private func markdown(listing limit: Int) -> String {
    var text = "### What this changes\n\n\(summary)\n"
    for section in sections(listing: limit) where section.count > 0 {
      var lines = ["**\(section.heading)** (\(section.count))", ""]
      lines += section.items.map { "- \($0)" }
      if section.count > limit { lines.append("- and \(section.count - limit) more") }
      if section.isWarning { lines = (["[!WARNING]"] + lines).map { $0.isEmpty ? ">" : "> \($0)" } }
      text += "\n\(lines.joined(separator: "\n"))\n"
    }
    if !theme.isEmpty {
      let names = theme.prefix(limit).map(code)
      let rest = theme.count > limit ? ["\(theme.count - limit) more"] : []
      text += "\n**Theme changed:** \((names + rest).joined(separator: ", "))\n"
    }
    return text
  }

  /// A list under a heading.
  private struct Section {
    let heading: String
    let count: Int
    /// The first items.
    let items: [String]
    let isWarning: Bool

    init<Value>(
      _ heading: String, _ values: [Value], _ limit: Int, isWarning: Bool = false, _ item: (Value) -> String
    ) {
      self.heading = heading
      self.isWarning = isWarning
      count = values.count
      items = values.prefix(limit).map(item)
    }
  }

  /// The counts in one sentence.
  private var summary: String {
    let counts = [
      (pages.changed.count, "changed"), (pages.added.count, "added"), (pages.removed.count, "removed"),
    ].filter { $0.0 > 0 }
    let around = pages.surroundings.count
    guard let first = counts.first else {
      return around == 0 ? "No page changed." : "No page changed; \(around) only in navigation and the like."
    }
    let rest = counts.dropFirst().map { ", \($0.0) \($0.1)" }.joined()
    let ending = around == 0 ? "." : "; \(around) more only in navigation and the like."
    return "\(first.0) \(first.0 == 1 ? "page" : "pages") \(first.1)\(rest)\(ending)"
  }

  private func sections(listing limit: Int) -> [Section] {
    [
      Section("Answer keys changed", changedKeys, limit, isWarning: true) { edited in
        name(edited.question) + (edited.key == .withheld ? ": the key is no longer published" : "")
      },
      Section("Pages removed", pages.removed, limit) { page in
        code(page.path) + (page.redirect.map { ", now \(code($0))" } ?? ", without a redirect")
      },
      Section("Anchors lost", anchors, limit) { anchor in
        code("\(anchor.page)#\(anchor.anchor)")
          + (anchor.redirect.map { ", now \(code($0, on: anchor.page))" } ?? ", without a redirect")
      },
      Section("Question ids lost", questions.removed, limit) { lost in
        name(lost.question)
          + (lost.now.map { ", now \($0.page == lost.question.page ? code($0.id) : name($0))" } ?? "")
      },
      Section("Objectives that no question tests any more", objectives, limit) {
        "\(code($0.objective)) of \(code($0.lesson))"
      },
      Section("Questions edited", questions.edited, limit) { name($0.question) },
      Section("Questions added", questions.added, limit, name),
      Section("Pages changed", pages.changed, limit, code),
      Section("Pages added", pages.added, limit, code),
      Section("Other files changed", files.changed, limit, code),
      Section("Other files added", files.added, limit, code),
      Section("Other files removed", files.removed, limit, code),
    ]
  }

  private func name(_ question: QuestionName) -> String {
    "\(code(question.id)) in \(code(question.page))"
  }

  /// A place in the site, without its page where that is clear.
  private func code(_ place: String, on page: String) -> String {
    code(place.hasPrefix("\(page)#") ? String(place.dropFirst(page.count)) : place)
  }

  /// A text as a code span (CommonMark 0.31, section 6.1), cut where it is long.
  private func code(_ text: String) -> String {
    let limit = 120
    let scalars = text.unicodeScalars.prefix(limit + 1)
    var shown = String(String.UnicodeScalarView(scalars.prefix(limit))).harmless
    if scalars.count > limit { shown += "…" }
    let space = UInt8(ascii: " ")
    if shown.utf8.allSatisfy({ $0 == space }) { return "(nothing)" }
    let run = shown.utf8.split { $0 != UInt8(ascii: "`") }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: run + 1)
    let padding = run > 0 || shown.utf8.first == space || shown.utf8.last == space ? " " : ""
    return fence + padding + shown + padding + fence
  }
}
