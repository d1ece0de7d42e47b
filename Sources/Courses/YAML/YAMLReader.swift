import Diagnostics
import Yams

/// Reads values out of YAML nodes and collects what is wrong with them.
///
/// It looks only where the caller asks, so how deep a file nests does not matter.
struct YAMLReader {
  let document: YAMLDocument
  private(set) var diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - source: the file.
  ///   - range: the bytes of the YAML in it.
  init(_ source: SourceFile, range: Range<Int>) {
    var diagnostics: [Diagnostic] = []
    document = YAMLDocument(parsing: source, range: range, diagnostics: &diagnostics)
    self.diagnostics = diagnostics
  }

  mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// Where a node stands.
  func span(of node: Yams.Node) -> Span {
    document.span(of: node)
  }

  /// A value under its key.
  struct Field {
    /// The key, or what an entry of a list is to be called.
    let name: String
    /// Where the key stands.
    let nameSpan: Span
    let value: Yams.Node
  }

  // MARK: Collections

  /// Whether a value is a group of settings.
  func isMapping(_ field: Field) -> Bool {
    if case .mapping = field.value { true } else { false }
  }

  /// The fields of a mapping in order; nil where the node is something else, which is reported.
  mutating func fields(of field: Field, example: String) -> [Field]? {
    guard isAllowed(field) else { return nil }
    guard case .mapping(let mapping) = field.value else {
      reportWrongType(field, mustBe: "a group of settings", example: example)
      return nil
    }
    var fields: [Field] = []
    for (key, value) in mapping {
      let entry = Field(name: "key", nameSpan: span(of: key), value: key)
      guard isAllowed(entry) else { continue }
      guard case .scalar(let scalar) = key else {
        report(.wrongType("key", mustBe: "a word", example: "key: value", at: span(of: key)))
        continue
      }
      fields.append(Field(name: document.text(of: scalar), nameSpan: span(of: key), value: value))
    }
    return fields
  }

  /// The fields of a mapping with known keys, by key; unknown keys are reported.
  mutating func fields(of field: Field, keys: [String], example: String) -> [String: Field]? {
    guard let fields = fields(of: field, example: example) else { return nil }
    var known: [String: Field] = [:]
    let names = OnlyMeanings(of: fields.map(\.name)) {
      keys.contains($0) ? $0 : onlyNear(to: $0, among: keys)
    }
    for field in fields {
      if keys.contains(field.name) {
        known[field.name] = field
      } else {
        report(.unknownKey(field.name, among: keys, meant: names[field.name], at: field.nameSpan))
      }
    }
    return known
  }

  /// The entries of a list; nil where the node is something else, which is reported.
  ///
  /// - Parameter areSlugs: whether they are slugs, so that words without brackets are surely meant as a list.
  mutating func entries(of field: Field, areSlugs: Bool = false, example: String) -> [Field]? {
    guard isAllowed(field) else { return nil }
    guard case .sequence(let sequence) = field.value else {
      reportWrongType(
        field, mustBe: "a list", example: example, meant: areSlugs ? list(ofSlugsIn: field) : nil)
      return nil
    }
    return sequence.map { Field(name: field.name, nameSpan: span(of: $0), value: $0) }
  }

  // MARK: Scalars

  /// The text of a scalar in one line, as the author wrote it; nil where it is empty or no scalar, which
  /// is reported.
  mutating func text(of field: Field, example: String) -> Placed<String>? {
    guard isAllowed(field) else { return nil }
    guard case .scalar(let scalar) = field.value else {
      reportWrongType(field, mustBe: "text", example: example)
      return nil
    }
    let text = document.text(of: scalar)
    // Most are of one line, and bytes tell it sooner than characters.
    let isLine = !text.utf8.contains { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    let lines = isLine ? [text[...]] : text.split { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
    let line = lines.map(\.trimmed).filter { !$0.isEmpty }.joined(separator: " ")
    let span = span(of: field.value)
    if line.isEmpty {
      report(.emptyValue(field.name, example: example, at: span.range.isEmpty ? field.nameSpan : span))
      return nil
    }
    if line.harmless != line {
      report(.badValue("“\(field.name)” holds a control character", help: "remove it", at: span))
      return nil
    }
    return Placed(line, at: span)
  }

  /// A whole number written without quotes; nil where it is none or out of bounds, which is reported.
  mutating func integer(of field: Field, in bounds: ClosedRange<Int>, example: String) -> Placed<Int>? {
    guard let text = text(of: field, example: example) else { return nil }
    guard case .scalar(let scalar) = field.value, scalar.style == .plain,
      text.value.utf8.drop(while: { $0 == UInt8(ascii: "-") }).allSatisfy(Self.isDigit)
    else {
      let isNumber = Int(text.value).map(bounds.contains) ?? false
      reportWrongType(
        field, mustBe: "a whole number", example: example,
        meant: isNumber && text.value.utf8.allSatisfy(Self.isDigit) ? text.value : nil)
      return nil
    }
    guard let number = Int(text.value), bounds.contains(number) else {
      report(
        .badValue(
          "“\(field.name)” cannot be \(text.value)",
          help: "write a number from \(bounds.lowerBound) to \(bounds.upperBound)", at: text.span))
      return nil
    }
    return Placed(number, at: text.span)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// One of a few words; nil where it is none of them, which is reported.
  mutating func word(of field: Field, among words: [String]) -> Placed<String>? {
    guard let text = text(of: field, example: "\(field.name): \(words[0])") else { return nil }
    guard words.contains(text.value) else {
      report(.badValue(text.value, of: field.name, among: words, at: text.span))
      return nil
    }
    return text
  }

  /// A slug; nil where it is none, which is reported.
  mutating func slug(of field: Field, example: String) -> Placed<String>? {
    guard let text = text(of: field, example: example) else { return nil }
    guard Slug.isValid(text.value) else {
      report(.badSlug(text.value, at: text.span))
      return nil
    }
    return text
  }

  // MARK: What is refused

  /// Whether a value is neither anchor nor alias nor tag; one that is gets reported.
  private mutating func isAllowed(_ field: Field) -> Bool {
    guard let first = document.firstByte(of: field.value) else { return true }
    guard first == UInt8(ascii: "&") || first == UInt8(ascii: "*") || first == UInt8(ascii: "!") else {
      return true
    }
    let span = span(of: field.value)
    report(.yamlAnchor(Character(Unicode.Scalar(first)), at: span))
    return false
  }

  /// Slugs with commas between them as a list; nil where the value is something else.
  private func list(ofSlugsIn field: Field) -> String? {
    guard case .scalar(let scalar) = field.value, scalar.style == .plain else { return nil }
    let words = document.text(of: scalar).split(separator: ",", omittingEmptySubsequences: false)
      .map { String($0.trimmed) }
    return words.allSatisfy(Slug.isValid) ? "[\(words.joined(separator: ", "))]" : nil
  }

  /// - Parameter meant: what to write in the place of the value, where that is sure.
  private mutating func reportWrongType(
    _ field: Field, mustBe expected: String, example: String, meant: String? = nil
  ) {
    let span = span(of: field.value)
    guard !span.range.isEmpty else {
      report(.emptyValue(field.name, example: example, at: field.nameSpan))
      return
    }
    report(.wrongType(field.name, mustBe: expected, example: example, meant: meant, at: span))
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
