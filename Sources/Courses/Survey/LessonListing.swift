import Diagnostics

/// The smallest change to `track.yml` that lists one more lesson, at the end of the last phase.
///
/// All other bytes stay as they are, comments included. What the change would make of the file is read
/// before it is proposed, so that a file in an unforeseen shape is left alone.
package enum LessonListing {
  /// The file lists the lesson already.
  case listed
  /// The file planned the lesson or did not name it; this is its text with the lesson listed.
  case changed(SourceFile, by: FixIt.Edit)
  /// The file is in a shape that cannot be changed safely.
  case unclear

  /// - Parameters:
  ///   - slug: the name of the lesson's folder.
  ///   - source: `track.yml`.
  package init(of slug: String, in source: SourceFile) {
    let file = TrackFile(reading: source)
    let entries = file.phases.flatMap(\.entries)
    guard file.diagnostics.isEmpty, let last = entries.last else {
      self = .unclear
      return
    }
    let known = entries.filter { $0.slug.value == slug }
    let edit: FixIt.Edit?
    switch (known.first, known.count) {
    case (nil, _):
      let expected = file.outline(adding: slug)
      edit = [Self.afterLine(of: last, slug), Self.afterItem(last, slug)].lazy
        .compactMap { $0(source) }.first { TrackFile(reading: source.applying($0)).isValid(as: expected) }
    case (let entry?, 1):
      guard let planned = entry.planned else {
        self = .listed
        return
      }
      let expected = file.outline(unplanning: slug)
      edit = [Self.withoutLine(of: planned), Self.withoutBraces(entry, planned)].lazy
        .compactMap { $0(source) }.first { TrackFile(reading: source.applying($0)).isValid(as: expected) }
    default: edit = nil
    }
    self = edit.map { .changed(source.applying($0), by: $0) } ?? .unclear
  }

  /// Adds lessons to `track.yml` that it does not name, one fix-it a lesson.
  ///
  /// - Parameters:
  ///   - slug: one of the lessons, with which it is tried whether the file can be changed.
  ///   - source: `track.yml`.
  /// - Returns: nil where the file cannot be changed safely.
  static func adding(_ slug: String, to source: SourceFile) -> ((_ slug: String) -> FixIt)? {
    guard case .changed(_, let edit) = LessonListing(of: slug, in: source) else { return nil }
    let opening = edit.replacement.dropLast(slug.count)
    return { slug in
      FixIt(
        "add “\(slug)” to the last phase in track.yml", in: source.path,
        [FixIt.Edit(edit.range, opening + slug)])
    }
  }

  /// The title that the file plans for a lesson; nil where it plans none.
  package static func plannedTitle(of slug: String, in source: SourceFile) -> String? {
    TrackFile(reading: source).phases.flatMap(\.entries).first { $0.slug.value == slug }?.planned?.value
  }

  private typealias Change = (SourceFile) -> FixIt.Edit?

  // MARK: Adding

  /// A line of its own below the last item of a list that has one item a line.
  private static func afterLine(of entry: TrackFile.Entry, _ slug: String) -> Change {
    { source in
      let first = source.range(ofLine: source.line(at: entry.slug.span.range.lowerBound))
      let indent = source.bytes[first].prefix { $0 == UInt8(ascii: " ") }
      guard source.bytes[first].dropFirst(indent.count).first == UInt8(ascii: "-") else { return nil }
      let end = max(entry.slug.span.range.upperBound, entry.planned?.span.range.upperBound ?? 0)
      let line = source.line(at: end)
      let ending = source.ending(ofLine: line) ?? source.lineEnding
      let lineEnd = source.range(ofLine: line).upperBound
      return .insert("\(ending)\(String(repeating: " ", count: indent.count))- \(slug)", at: lineEnd)
    }
  }

  /// Behind the last item of a list in brackets.
  private static func afterItem(_ entry: TrackFile.Entry, _ slug: String) -> Change {
    { source in
      var end = entry.slug.span.range.upperBound
      if let planned = entry.planned {
        guard let brace = source.offset(of: "}", after: max(end, planned.span.range.upperBound)) else {
          return nil
        }
        end = brace + 1
      }
      return .insert(", \(slug)", at: end)
    }
  }

  // MARK: No longer only planning

  /// Without the line that says the planned title.
  private static func withoutLine(of planned: Placed<String>) -> Change {
    { source in
      let line = source.line(at: planned.span.range.lowerBound)
      let range = source.range(ofLine: line)
      let text = source.text(in: range.lowerBound..<planned.span.range.lowerBound)
      // What follows the title on its line is a comment, which is not ours to delete.
      guard text.filter({ $0 != " " }) == "planned:", planned.span.range.upperBound == range.upperBound else {
        return nil
      }
      return .delete(source.wholeRange(ofLine: line))
    }
  }

  /// The name alone in the place of `{ slug: name, planned: title }`.
  private static func withoutBraces(_ entry: TrackFile.Entry, _ planned: Placed<String>) -> Change {
    { source in
      let (slug, title) = (entry.slug.span.range, planned.span.range)
      let start = source.bytes[..<min(slug.lowerBound, title.lowerBound)].lastIndex(of: UInt8(ascii: "{"))
      guard let start, let end = source.offset(of: "}", after: max(slug.upperBound, title.upperBound)) else {
        return nil
      }
      return FixIt.Edit(start..<end + 1, source.text(in: slug))
    }
  }
}

// MARK: What a file says, places left out

extension TrackFile {
  /// What the file says, places left out.
  fileprivate struct Outline: Equatable {
    var track: Track
    var phases: [[String]]
    var redirects: [[String]]
  }

  /// - Parameters:
  ///   - added: a lesson to add at the end.
  ///   - written: a lesson that is no longer only planned.
  fileprivate func outline(adding added: String? = nil, unplanning written: String? = nil) -> Outline {
    var phases = phases.map { phase in
      [phase.title]
        + phase.entries.map { entry in
          let planned = entry.slug.value == written ? nil : entry.planned
          return "\(entry.slug.value) \(planned?.value ?? "")"
        }
    }
    if let added, let last = phases.lastIndex(where: { $0.count > 1 }) { phases[last].append("\(added) ") }
    return Outline(
      track: track, phases: phases, redirects: redirects.map { [$0.source.value, $0.target.value] })
  }

  /// Whether the file is without mistakes and says what is expected.
  fileprivate func isValid(as expected: Outline) -> Bool {
    diagnostics.isEmpty && outline() == expected
  }
}

// MARK: Text

extension SourceFile {
  fileprivate func applying(_ edit: FixIt.Edit) -> SourceFile {
    let before = bytes[..<edit.range.lowerBound]
    return SourceFile(
      path: path, bytes: before + Array(edit.replacement.utf8) + bytes[edit.range.upperBound...])
  }

  /// The bytes with which a line ends; nil for a last line without any.
  fileprivate func ending(ofLine line: Int) -> String? {
    let ending = text(in: range(ofLine: line).upperBound..<wholeRange(ofLine: line).upperBound)
    return ending.isEmpty ? nil : ending
  }

  fileprivate func offset(of character: Unicode.Scalar, after start: Int) -> Int? {
    bytes[start...].firstIndex(of: UInt8(ascii: character))
  }
}
