import Diagnostics
import Markdown

/// What `track.yml` says, with the places of all that other rules may find wrong.
package struct TrackFile: Hashable, Sendable {
  /// A lesson as the file lists it.
  struct Entry: Hashable, Sendable {
    /// The name of its folder.
    let slug: Placed<String>
    /// Its title, where it is not written yet.
    let planned: Placed<String>?
  }

  /// A phase as the file lists it.
  struct Phase: Hashable, Sendable {
    let title: String
    let entries: [Entry]
  }

  /// A redirect as the file writes it.
  struct RedirectEntry: Hashable, Sendable {
    let source: Placed<String>
    let target: Placed<String>
  }

  /// The file.
  let source: SourceFile
  private(set) var track = Track(title: "", number: nil, description: "", language: "en", url: nil)
  private(set) var phases: [Phase] = []
  private(set) var redirects: [RedirectEntry] = []
  /// What is wrong with the file.
  package private(set) var diagnostics: [Diagnostic] = []

  private static let keys = ["title", "number", "description", "language", "url", "phases", "redirects"]
  private static let example = "title: The name of the course"
  private static let phasesExample = "phases: [{ title: First steps, lessons: [a-lesson] }]"

  /// - Parameter source: the file.
  package init(reading source: SourceFile) {
    self.source = source
    var reader = YAMLReader(source, range: 0..<source.bytes.count)
    read(source, with: &reader)
    diagnostics = reader.diagnostics
  }

  private mutating func read(_ source: SourceFile, with reader: inout YAMLReader) {
    let start = source.span(0..<0)
    guard let root = reader.document.root else {
      if reader.diagnostics.isEmpty {
        reader.report(.missingKey("title", of: "track.yml", example: Self.example, at: start))
      }
      return
    }
    let whole = YAMLReader.Field(name: "track.yml", nameSpan: start, value: root)
    guard let fields = reader.fields(of: whole, keys: Self.keys, example: Self.example) else { return }

    track.title = required("title", in: fields, example: Self.example, at: start, with: &reader)
    track.description = required(
      "description", in: fields, example: "description: What the course is about.", at: start, with: &reader)
    if let field = fields["number"] {
      track.number = reader.integer(of: field, in: 1...9999, example: "number: 24")?.value
    }
    if let field = fields["language"], let text = reader.text(of: field, example: "language: en") {
      if LanguageTag.isWellFormed(text.value) {
        track.language = text.value
      } else {
        reader.report(
          .badValue(
            "“\(text.value)” is not a language tag", help: "write a tag such as en, de or pt-BR",
            at: text.span))
      }
    }
    if let field = fields["url"],
      let text = reader.text(of: field, example: "url: https://example.org/course/")
    {
      track.url = Track.normalizedURL(text.value)
      if track.url == nil {
        reader.report(
          .badValue(
            "“\(text.value)” is not the address of a site",
            help: "write an address that begins with https:// and has no ? or #", at: text.span))
      }
    }
    readPhases(fields["phases"], at: start, with: &reader)
    if let field = fields["redirects"] { readRedirects(field, with: &reader) }
  }

  private func required(
    _ key: String, in fields: [String: YAMLReader.Field], example: String, at start: Span,
    with reader: inout YAMLReader
  ) -> String {
    guard let field = fields[key] else {
      reader.report(.missingKey(key, of: "track.yml", example: example, at: start))
      return ""
    }
    return reader.text(of: field, example: example)?.value ?? ""
  }

  // MARK: Phases

  private mutating func readPhases(_ field: YAMLReader.Field?, at start: Span, with reader: inout YAMLReader)
  {
    guard let field else {
      reader.report(.missingKey("phases", of: "track.yml", example: Self.phasesExample, at: start))
      return
    }
    guard let entries = reader.entries(of: field, example: Self.phasesExample) else { return }
    if entries.isEmpty {
      reader.report(.emptyValue("phases", example: Self.phasesExample, at: reader.span(of: field.value)))
    }
    for entry in entries {
      let phase = YAMLReader.Field(name: "phase", nameSpan: entry.nameSpan, value: entry.value)
      readPhase(phase, with: &reader)
    }
  }

  private mutating func readPhase(_ field: YAMLReader.Field, with reader: inout YAMLReader) {
    let example = "{ title: First steps, lessons: [a-lesson] }"
    guard let fields = reader.fields(of: field, keys: ["title", "lessons"], example: example) else { return }
    let titleExample = "title: First steps"
    var title = ""
    if let field = fields["title"] {
      title = reader.text(of: field, example: titleExample)?.value ?? ""
    } else {
      reader.report(.missingKey("title", of: "this phase", example: titleExample, at: field.nameSpan))
    }
    let lessonsExample = "lessons: [a-lesson]"
    var entries: [Entry] = []
    if let field = fields["lessons"] {
      let items = reader.entries(of: field, areSlugs: true, example: lessonsExample)
      if let items, items.isEmpty {
        reader.report(.emptyValue("lessons", example: lessonsExample, at: reader.span(of: field.value)))
      }
      for item in items ?? [] {
        if let entry = entry(of: item, with: &reader) { entries.append(entry) }
      }
    } else {
      reader.report(.missingKey("lessons", of: "this phase", example: lessonsExample, at: field.nameSpan))
    }
    phases.append(Phase(title: title, entries: entries))
  }

  private func entry(of field: YAMLReader.Field, with reader: inout YAMLReader) -> Entry? {
    let example = "a-lesson"
    let item = YAMLReader.Field(name: "lesson", nameSpan: field.nameSpan, value: field.value)
    guard reader.isMapping(field) else {
      return slug(of: item, example: example, with: &reader).map { Entry(slug: $0, planned: nil) }
    }
    let plannedExample = "{ slug: a-lesson, planned: Its title }"
    guard let fields = reader.fields(of: item, keys: ["slug", "planned"], example: plannedExample) else {
      return nil
    }
    guard let slugField = fields["slug"] else {
      reader.report(.missingKey("slug", of: "this lesson", example: "slug: a-lesson", at: item.nameSpan))
      return nil
    }
    let slug = slug(of: slugField, example: "slug: a-lesson", with: &reader)
    var planned: Placed<String>?
    if let field = fields["planned"] {
      planned = reader.text(of: field, example: "planned: Its title")
    }
    return slug.map { Entry(slug: $0, planned: planned) }
  }

  private func slug(
    of field: YAMLReader.Field, example: String, with reader: inout YAMLReader
  ) -> Placed<String>? {
    guard let slug = reader.slug(of: field, example: example) else { return nil }
    guard !Slug.reserved.contains(slug.value) else {
      reader.report(.reservedSlug(slug.value, at: slug.span))
      return nil
    }
    return slug
  }

  // MARK: Redirects

  private mutating func readRedirects(_ field: YAMLReader.Field, with reader: inout YAMLReader) {
    let example = "redirects: { old-lesson/lesson.html: new-lesson/lesson.html }"
    for field in reader.fields(of: field, example: example) ?? [] {
      let target = reader.text(of: field, example: "new-lesson/lesson.html")
      guard let target else { continue }
      redirects.append(
        RedirectEntry(source: Placed(field.name, at: field.nameSpan), target: target))
    }
  }
}
