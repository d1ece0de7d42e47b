import FoundationEssentials

/// Writes all diagnostics as one SARIF log, which code hosts and editors read: see ``SARIFLog``.
///
/// A result bears a fingerprint of its rule, its file and the text of its line, so that it is known again
/// after an edit elsewhere in the file.
package struct SARIFPrinter: DiagnosticPrinter {
  private let rules: [Rule]
  private let source: SourceLookup

  /// - Parameters:
  ///   - rules: all rules that were checked.
  ///   - source: finds the file of a path.
  package init(rules: [Rule], source: @escaping SourceLookup) {
    self.rules = rules
    self.source = source
  }

  package func text(of diagnostics: [Diagnostic]) -> String {
    let indices = Dictionary(
      rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var places = PlaceFinder(source)
    var fingerprints = Fingerprints()
    let results = diagnostics.map { diagnostic in
      SARIFLog.Result(
        ruleId: diagnostic.rule.id, ruleIndex: indices[diagnostic.rule.id],
        level: level(of: diagnostic.severity),
        message: .init(text: "\(diagnostic.message.harmless)\nhelp: \(diagnostic.help.harmless)"),
        locations: [.init(physicalLocation: location(of: diagnostic.span, &places))],
        relatedLocations: relatedLocations(of: diagnostic, &places),
        fixes: diagnostic.fixIt.flatMap { fix(of: $0, &places) }.map { [$0] },
        partialFingerprints: [
          "waymarkLine/v1": fingerprints.fingerprint(
            of: diagnostic, in: places.source(of: diagnostic.span))
        ])
    }
    let driver = SARIFLog.Driver(rules: rules.map(descriptor(of:)))
    let log = SARIFLog(runs: [.init(tool: .init(driver: driver), results: results)])
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(log), as: UTF8.self) + "\n"
    } catch {
      preconditionFailure("Strings and integers are encoded without error: \(error)")
    }
  }

  private func descriptor(of rule: Rule) -> SARIFLog.ReportingDescriptor {
    var help = rule.summary
    if rule.isFixable { help += " `waymark check --fix` can mend it where only one thing can be meant." }
    if rule.severity != .error {
      help += " `--deny \(rule.id)` makes it an error, `--allow \(rule.id)` is silent about it."
    }
    return .init(
      id: rule.id, shortDescription: .init(text: rule.summary), help: .init(text: help),
      defaultConfiguration: .init(level: level(of: rule.severity), enabled: rule.severity != .advice))
  }

  private func level(of severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .advice: "note"
    }
  }

  // MARK: Places

  private func relatedLocations(
    of diagnostic: Diagnostic, _ places: inout PlaceFinder
  ) -> [SARIFLog.Location]? {
    guard !diagnostic.notes.isEmpty else { return nil }
    return diagnostic.notes.enumerated().map { index, note in
      .init(
        id: index + 1, physicalLocation: location(of: note.span, &places),
        message: .init(text: note.message.harmless))
    }
  }

  private func location(of span: Span, _ places: inout PlaceFinder) -> SARIFLog.PhysicalLocation {
    .init(
      artifactLocation: .init(uri: Self.uri(ofPath: span.path)),
      region: places.source(of: span).map { region(of: span.range, in: $0, &places) })
  }

  private func region(
    of range: Range<Int>, in source: SourceFile, _ places: inout PlaceFinder
  ) -> SARIFLog.Region {
    let range = range.clamped(to: 0..<source.bytes.count)
    let start = places.position(at: range.lowerBound, in: source)
    let end = places.position(at: range.upperBound, in: source)
    let charStart = places.characterOffset(at: range.lowerBound, in: source)
    let charEnd = places.characterOffset(at: range.upperBound, in: source)
    return .init(
      startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column,
      charOffset: charStart, charLength: charEnd - charStart, byteOffset: range.lowerBound,
      byteLength: range.count)
  }

  private func fix(of fixIt: FixIt, _ places: inout PlaceFinder) -> SARIFLog.Fix? {
    guard let file = source(fixIt.path) else { return nil }
    let replacements = fixIt.edits.map { edit in
      SARIFLog.Replacement(
        deletedRegion: region(of: edit.range, in: file, &places),
        insertedContent: edit.replacement.isEmpty ? nil : .init(text: edit.replacement))
    }
    return .init(
      description: .init(text: fixIt.message.harmless),
      artifactChanges: [
        .init(artifactLocation: .init(uri: Self.uri(ofPath: fixIt.path)), replacements: replacements)
      ])
  }

  /// A path as a relative reference (RFC 3986, section 4.2), everything encoded but unreserved characters.
  private static func uri(ofPath path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var uri: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.append(byte)
      default: uri += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
      }
    }
    return String(decoding: uri, as: UTF8.self)
  }
}

/// Tells diagnostics apart by rule, file, the text of the line and, where these are equal, by their order.
private struct Fingerprints {
  private var counts: [UInt64: Int] = [:]

  mutating func fingerprint(of diagnostic: Diagnostic, in source: SourceFile?) -> String {
    var hash = Self.hash(diagnostic.rule.id.utf8 + [0] + diagnostic.span.path.utf8 + [0])
    if let source {
      let line = source.range(ofLine: source.line(at: diagnostic.span.range.lowerBound))
      // A long line is told by its start, since it may hold many diagnostics.
      hash = Self.hash(source.bytes[line].prefix(1000), from: hash)
    }
    counts[hash, default: 0] += 1
    return "\(String(hash, radix: 16)):\(counts[hash, default: 1])"
  }

  /// FNV-1a with 64 bits (Fowler, Noll and Vo).
  private static func hash(
    _ bytes: some Sequence<UInt8>, from start: UInt64 = 0xCBF2_9CE4_8422_2325
  ) -> UInt64 {
    bytes.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
