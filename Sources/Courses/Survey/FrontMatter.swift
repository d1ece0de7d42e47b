import Diagnostics

/// The block of settings at the start of an overview, between two lines of three hyphens.
package struct FrontMatter: Sendable {
  /// What it says; settings with mistakes are left out.
  package let overview: Overview
  /// Where the page's Markdown begins: the byte after the block.
  package let bodyOffset: Int
  /// What is wrong with it.
  package let diagnostics: [Diagnostic]

  private static let keys = ["description", "difficulty", "prerequisites", "objectives", "minutes", "status"]
  private static let example = "description: What the lesson is about."

  /// Where a block of front matter lies.
  package struct Block: Hashable, Sendable {
    /// The lines between the two that set it off.
    package let content: Range<Int>
    /// The byte after the block; nil where the line that ends it is missing.
    package let end: Int?
  }

  /// Finds the block at the start of a file; nil where the first line is not `---`.
  ///
  /// A byte order mark before it is passed over.
  package static func block(in source: SourceFile) -> Block? {
    let bytes = source.bytes
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = bytes.starts(with: mark) ? mark.count : 0
    guard isFence(source, line: 1, from: start), source.lineCount > 1 else { return nil }
    var line = 2
    while line <= source.lineCount {
      let range = source.range(ofLine: line)
      if isFence(source, line: line, from: range.lowerBound) {
        let end = line < source.lineCount ? source.range(ofLine: line + 1).lowerBound : bytes.count
        let first = source.range(ofLine: 2).lowerBound
        return Block(content: first..<range.lowerBound, end: end)
      }
      line += 1
    }
    return Block(content: source.range(ofLine: 2).lowerBound..<bytes.count, end: nil)
  }

  /// Where a page's Markdown begins: after the front matter, or at 0 where there is none or its end is
  /// missing.
  package static func bodyOffset(of source: SourceFile) -> Int {
    block(in: source)?.end ?? 0
  }

  /// Whether the rest of a line is `---` and white space.
  private static func isFence(_ source: SourceFile, line: Int, from start: Int) -> Bool {
    let text = source.bytes[start..<max(start, source.range(ofLine: line).upperBound)]
    let hyphen = UInt8(ascii: "-")
    return text.starts(with: [hyphen, hyphen, hyphen])
      && text.dropFirst(3).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  /// - Parameter source: the overview's file.
  package init(reading source: SourceFile) {
    guard let block = Self.block(in: source) else {
      overview = Overview(description: "")
      bodyOffset = 0
      diagnostics = [.missingFrontMatter(at: source.span(0..<0))]
      return
    }
    guard let end = block.end else {
      overview = Overview(description: "")
      bodyOffset = 0
      diagnostics = [.unclosedFrontMatter(in: source, lastSetting: Self.lastSetting(in: source))]
      return
    }
    var reader = YAMLReader(source, range: block.content)
    overview = Self.overview(in: source, with: &reader)
    bodyOffset = end
    diagnostics = reader.diagnostics
  }

  /// The line of the last setting of front matter without an end, where the page's title comes after it and
  /// no setting does; nil where the two cannot be told apart for sure.
  private static func lastSetting(in source: SourceFile) -> Int? {
    var last: Int?
    var hasTitle = false
    for line in 2..<max(2, source.lineCount + 1) {
      let text = source.text(in: source.range(ofLine: line))
      let isSetting = keys.contains { text.hasPrefix("\($0):") }
      if hasTitle, isSetting { return nil }
      if text.hasPrefix("# ") { hasTitle = last != nil }
      let isContinued = last == line - 1 && text.first.map { $0 == " " || $0 == "-" } ?? false
      if !hasTitle, isSetting || isContinued { last = line }
    }
    return hasTitle ? last : nil
  }

  private static func overview(in source: SourceFile, with reader: inout YAMLReader) -> Overview {
    var overview = Overview(description: "")
    let start = source.span(ofLine: 1)
    guard let root = reader.document.root else {
      if reader.diagnostics.isEmpty {
        reader.report(.missingKey("description", of: "the front matter", example: example, at: start))
      }
      return overview
    }
    let whole = YAMLReader.Field(name: "front matter", nameSpan: start, value: root)
    guard let fields = reader.fields(of: whole, keys: keys, example: example) else { return overview }

    if let field = fields["description"] {
      overview.description = reader.text(of: field, example: example)?.value ?? ""
    } else {
      reader.report(.missingKey("description", of: "the front matter", example: example, at: start))
    }
    if let field = fields["difficulty"] {
      let word = reader.word(of: field, among: Difficulty.allCases.map(\.rawValue))
      overview.difficulty = word.flatMap { Difficulty(rawValue: $0.value) }
    }
    if let field = fields["status"] {
      overview.isDraft = reader.word(of: field, among: ["published", "draft"])?.value == "draft"
    }
    if let field = fields["prerequisites"] {
      overview.prerequisites = prerequisites(of: field, in: source, with: &reader)
    }
    if let field = fields["objectives"] { overview.objectives = objectives(of: field, with: &reader) }
    if let field = fields["minutes"] { overview.minutes = minutes(of: field, with: &reader) }
    return overview
  }

  /// The lessons that come before this one, each once.
  private static func prerequisites(
    of field: YAMLReader.Field, in source: SourceFile, with reader: inout YAMLReader
  ) -> [Placed<String>] {
    let entries =
      reader.entries(of: field, areSlugs: true, example: "prerequisites: [another-lesson]") ?? []
    var slugs: [Placed<String>] = []
    var first: [String: Span] = [:]
    for (index, entry) in entries.enumerated() {
      guard let slug = reader.slug(of: entry, example: "another-lesson") else { continue }
      if let span = first[slug.value] {
        let edit = source.removingListEntry(slug.span, after: reader.span(of: entries[index - 1].value))
        reader.report(.repeatedPrerequisite(slug.value, at: slug.span, first: span, removal: edit))
      } else {
        first[slug.value] = slug.span
        slugs.append(slug)
      }
    }
    return slugs
  }

  private static func objectives(of field: YAMLReader.Field, with reader: inout YAMLReader) -> [Objective] {
    let example = "objectives: { explain: Explain why }"
    let fields = reader.fields(of: field, example: example) ?? []
    let names = OnlyMeanings(of: fields.map(\.name)) { Slug.isValid($0) ? $0 : Slug.suggestion(for: $0) }
    return fields.compactMap { field in
      guard Slug.isValid(field.name) else {
        reader.report(.badSlug(field.name, meant: names[field.name], at: field.nameSpan))
        return nil
      }
      let text = reader.text(of: field, example: "\(field.name): Explain why")
      return text.map { Objective(slug: field.name, text: $0.value, span: field.nameSpan) }
    }
  }

  private static func minutes(of field: YAMLReader.Field, with reader: inout YAMLReader) -> Minutes {
    let example = "minutes: { read: 13, practice: 15 }"
    guard let fields = reader.fields(of: field, keys: ["read", "practice"], example: example) else {
      return Minutes()
    }
    let minutes = { (key: String, reader: inout YAMLReader) in
      fields[key].flatMap { reader.integer(of: $0, in: 1...9999, example: "\(key): 15") }
    }
    return Minutes(read: minutes("read", &reader), practice: minutes("practice", &reader))
  }
}
