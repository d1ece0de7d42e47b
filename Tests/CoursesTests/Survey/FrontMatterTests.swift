import Courses
import Diagnostics
import Testing

@Suite struct FrontMatterTests {
  private func read(_ yaml: String) -> FrontMatter {
    FrontMatter(reading: SourceFile(path: "overview.md", text: "---\n\(yaml)\n---\n# Title\n"))
  }

  /// The mistakes as rule and text of the place.
  private func findings(_ text: String) -> [String] {
    let source = SourceFile(path: "overview.md", text: text)
    return FrontMatter(reading: source).diagnostics.sortedWithoutRepeats().map { diagnostic in
      "\(diagnostic.rule.id) \(source.text(in: diagnostic.span.range))"
    }
  }

  // MARK: Values

  @Test(arguments: ["012", "yes", "~", "null", "2024-01-01", "1e3", "0x1F", "on", "no", "Is it *good*? Yes"])
  func takesTextAsItIsWritten(_ text: String) {
    let frontMatter = read("description: \(text)")
    #expect(frontMatter.overview.description == text)
    #expect(frontMatter.diagnostics.isEmpty)
  }

  @Test(arguments: [
    "\"One, two\"", "'One, two'", "One,\n  two", "\"One,\n  two\"", ">\n  One,\n  two", "|\n  One,\n  two",
    "|-\n\n  One, two",
  ])
  func joinsTheLinesOfAText(_ yaml: String) {
    #expect(read("description: \(yaml)").overview.description == "One, two")
  }

  @Test func readsAllSettings() {
    let frontMatter = read(
      """
      description: What it is about.
      difficulty: standard
      prerequisites: [first, second]
      objectives:
        explain: Explain why
        apply-it: "Apply: at work"
      minutes: { read: 13, practice: 15 }
      status: draft
      """)
    #expect(frontMatter.diagnostics.isEmpty)
    let overview = frontMatter.overview
    #expect(overview.difficulty == .standard)
    #expect(overview.prerequisites.map(\.value) == ["first", "second"])
    #expect(overview.objectives.map(\.slug) == ["explain", "apply-it"])
    #expect(overview.objectives.map(\.text) == ["Explain why", "Apply: at work"])
    #expect(overview.minutes.read?.value == 13)
    #expect(overview.minutes.practice?.value == 15)
    #expect(overview.isDraft)
  }

  // MARK: The block

  @Test(arguments: ["---\ndescription: d\n---\nBody", "\u{FEFF}---\r\ndescription: d\r\n--- \t\r\nBody"])
  func endsAtTheSecondLineOfHyphens(_ text: String) throws {
    let source = SourceFile(path: "overview.md", text: text)
    let frontMatter = FrontMatter(reading: source)
    #expect(frontMatter.overview.description == "d")
    #expect(frontMatter.diagnostics.isEmpty)
    #expect(source.text(in: frontMatter.bodyOffset..<source.bytes.count) == "Body")
    #expect(FrontMatter.bodyOffset(of: source) == frontMatter.bodyOffset)
  }

  @Test(arguments: ["----\na: b\n----\n", " ---\na: b\n---\n", "--- a\n---\n", "---", "", "\n---\n---\n"])
  func beginsAtTheFirstByteOnly(_ text: String) {
    #expect(FrontMatter.block(in: SourceFile(path: "overview.md", text: text)) == nil)
  }

  @Test func wantsADescriptionEvenInAnEmptyBlock() {
    #expect(findings("---\n---\n") == ["yaml.missing-key ---"])
    #expect(findings("---\n# nothing yet\n---\n") == ["yaml.missing-key ---"])
  }

  // MARK: Places

  @Test(arguments: [
    ("difficulty: hard # a comment", "yaml.bad-value hard"),
    ("difficulty: \"ha\\\"rd\"", "yaml.bad-value \"ha\\\"rd\""),
    ("difficulty: 'it''s hard'", "yaml.bad-value 'it''s hard'"),
    ("difficulty: very\n  hard", "yaml.bad-value very\n  hard"),
    ("difficulty: |\n  hard", "yaml.bad-value |\n  hard"),
    (
      "difficulty: >- # how\n\n    hard #1\n    work\n\nminutes: {}",
      "yaml.bad-value >- # how\n\n    hard #1\n    work"
    ),
    ("difficulty: &a hard # no", "yaml.anchor &a hard"),
    ("difficulty: !!str hard", "yaml.anchor !!str hard"),
    ("difficulty: *hard*", "yaml.anchor *hard*"),
    ("prerequisites: [*all]", "yaml.anchor *all"),
    ("? difficulty\n: hard", "yaml.syntax ?"),
    ("Größe: 1\n\"wéird\": 2", "yaml.unknown-key Größe,yaml.unknown-key \"wéird\""),
    ("minutes: { größe: 1, read: ü3 }", "yaml.unknown-key größe,yaml.wrong-type ü3"),
    ("minutes: { read: 0, practice: 10000 }", "yaml.bad-value 0,yaml.bad-value 10000"),
    ("minutes: { read: 1.5, practice: -3 }", "yaml.wrong-type 1.5,yaml.bad-value -3"),
    ("minutes: { read: \"3\" }", "yaml.wrong-type \"3\""),
    ("minutes: { read: 99999999999999999999 }", "yaml.bad-value 99999999999999999999"),
    ("minutes: 13", "yaml.wrong-type 13"),
    ("minutes:", "yaml.empty minutes"),
    ("prerequisites: one", "yaml.wrong-type one"),
    ("prerequisites: [One Two, [three]]", "slug.bad One Two,yaml.wrong-type ["),
    ("prerequisites: [\"\", ~]", "yaml.empty \"\",slug.bad ~"),
    ("objectives: [explain]", "yaml.wrong-type ["),
    ("objectives: { explain: , b: { c: d } }", "yaml.empty explain,yaml.wrong-type {"),
    ("objectives: { [a, b]: c }", "yaml.wrong-type ["),
    ("status: Draft", "yaml.bad-value Draft"),
    ("difficulty: \"a\\u0007b\"", "yaml.bad-value \"a\\u0007b\""),
    ("<<: { a: b }", "yaml.unknown-key <<"),
  ])
  func placesAMistake(_ yaml: String, _ expected: String) {
    let text = "---\ndescription: d\n\(yaml)\n---\n"
    #expect(findings(text).joined(separator: ",") == expected)
    let windows = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    let places = findings("\u{FEFF}" + windows).joined(separator: ",")
    #expect(places.replacing("\r\n", with: "\n") == expected)
  }

  @Test(arguments: [
    ("status: a: b", "yaml.syntax :"),
    ("status: \"a", "yaml.syntax \""),
    ("status: [a, b", "yaml.syntax ["),
    ("minutes: { read: 3", "yaml.syntax {"),
    ("status draft", "yaml.syntax s"),
    ("status:\n\tdraft: 1", "yaml.syntax \t"),
    ("  status: draft", "yaml.syntax :"),
    ("status: @draft", "yaml.syntax @"),
    ("prerequisites:\n  - a\n b", "yaml.syntax b"),
    ("status: - a", "yaml.syntax -"),
    ("status: \"\\q\"", "yaml.syntax \\"),
    ("status: \u{7}", "yaml.syntax \u{7}"),
    ("status: a\u{2028}b", "yaml.syntax \u{2028}"),
    ("status: \u{10FFFC}", "yaml.syntax \u{10FFFC}"),
    ("...\nstatus: draft", "yaml.syntax s"),
  ])
  func placesASyntaxError(_ yaml: String, _ expected: String) {
    #expect(findings("---\ndescription: d\n\(yaml)\n---\n") == [expected])
  }

  @Test(arguments: [
    ("status: draft\n# x\n\n\"status\": draft\n", 6), ("status: draft\nstatus : draft", 4),
    ("objectives:\n  a: x\n  b: y\n  a: z\n", 6), ("objectives: { a: x, a: y }", 3),
  ])
  func placesAKeyThatIsSetTwice(_ yaml: String, _ line: Int) throws {
    let source = SourceFile(path: "overview.md", text: "---\ndescription: d\n\(yaml)\n---\n")
    let diagnostic = try #require(FrontMatter(reading: source).diagnostics.first)
    #expect(diagnostic.rule.id == "yaml.duplicate-key")
    #expect(source.position(at: diagnostic.span.range.lowerBound).line == line)
  }

  @Test func placesAKeyThatIsSetTwiceNotInTheText() throws {
    let yaml = "objectives: {! a: x, ! a: y, !b a: z, !b a: w}"
    let source = SourceFile(path: "overview.md", text: "---\ndescription: d\n\(yaml)\n---\na: x\n")
    let diagnostic = try #require(FrontMatter(reading: source).diagnostics.first)
    #expect(diagnostic.rule.id == "yaml.duplicate-key")
    #expect(source.position(at: diagnostic.span.range.lowerBound).line < 4)
  }

  @Test func placesBytesThatAreNotUTF8() throws {
    let source = SourceFile(
      path: "overview.md", bytes: Array("---\nstatus: ü".utf8) + [0xFF] + Array("\n---\n".utf8))
    let diagnostic = try #require(FrontMatter(reading: source).diagnostics.first)
    #expect(diagnostic.rule.id == "yaml.syntax")
    #expect(source.position(at: diagnostic.span.range.lowerBound) == Position(line: 2, column: 10))
  }

  // MARK: Bombs

  @Test(arguments: [
    String(repeating: "[", count: 100_000),
    String(repeating: "{a: ", count: 100_000),
    String(repeating: "- ", count: 100_000),
    (0..<20_000).map { String(repeating: " ", count: $0 / 40) + "a:\n" }.joined(),
    "a: &a [x]\n" + (0..<60).map { "b\($0): &b\($0) [*b\($0 - 1), *b\($0 - 1)]\n" }.joined(),
    String(repeating: "? ", count: 900) + String(repeating: "a,", count: 50_000),
    String(repeating: "[", count: 900) + String(repeating: "a,", count: 200_000),
    (0..<50_000).map { "key\($0): x\n" }.joined(),
    "description: \"" + String(repeating: "\\\"", count: 400_000),
    "description: " + String(repeating: "a", count: 2_000_000),
  ])
  func survivesABomb(_ yaml: String) {
    #expect(!read(yaml).diagnostics.isEmpty)
  }
}
