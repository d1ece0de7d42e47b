import Diagnostics
import Testing

@Suite struct PrinterTests {
  static let rule = Rule("practice.none-right", .error, "What it finds.")

  private func span(_ needle: String, in file: SourceFile) throws -> Span {
    let text = file.text(in: 0..<file.bytes.count)
    let range = try #require(text.firstRange(of: needle))
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return file.span(start..<start + needle.utf8.count)
  }

  private func printed(
    _ format: DiagnosticFormat, _ text: String, at needle: String, message: String = "no choice is right",
    usesColor: Bool = false
  ) throws -> String {
    let file = SourceFile(path: "Content/x/practice.md", text: text)
    let diagnostic = Diagnostic(
      Self.rule, at: try span(needle, in: file), message, help: "put an x in the box of the right choice")
    return format.printer(usesColor: usesColor, rules: [Self.rule]) { $0 == file.path ? file : nil }.text(
      of: [diagnostic])
  }

  @Test func showsTheLineACaretAndTheRemedy() throws {
    let text = String(repeating: "\n", count: 13) + "- [ ] a value\n"
    #expect(
      try printed(.human, text, at: "[ ]") == """
        Content/x/practice.md:14:3: error: no choice is right [practice.none-right]
          14 | - [ ] a value
             |   ^~~
             = help: put an x in the box of the right choice

        """)
  }

  @Test func showsAPathAloneWhereNoTextIsMeant() {
    let file = SourceFile(path: "Content/x", text: "what nobody asked about")
    let diagnostic = Diagnostic(
      Self.rule, at: Span(path: "Content/x"), "x is not listed", help: "list it")
    #expect(
      HumanPrinter(usesColor: false) { _ in file }.text(of: [diagnostic]) == """
        Content/x: error: x is not listed [practice.none-right]
           = help: list it

        """)
    #expect(
      ShortPrinter { _ in file }.text(of: [diagnostic])
        == "Content/x: error: x is not listed [practice.none-right]\n")
    #expect(
      JSONPrinter { _ in file }.text(of: [diagnostic])
        == #"{"diagnostics":[{"help":"list it","message":"x is not listed","notes":[],"path":"Content/x","rule":"practice.none-right","severity":"error"}],"version":1}"#
        + "\n")
  }

  @Test func showsNotesWithTheirLines() throws {
    let file = SourceFile(path: "a.yml", text: "a: 1\nb: 2\na: 3\n")
    let diagnostic = Diagnostic(
      Rule("yaml.duplicate-key", .error, "What it finds."), at: file.span(10..<11), "“a” is set twice",
      help: "remove one",
      notes: [Diagnostic.Note("the first is here", at: file.span(0..<1))])
    #expect(
      HumanPrinter(usesColor: false) { _ in file }.text(of: [diagnostic, diagnostic]) == """
        a.yml:3:1: error: “a” is set twice [yaml.duplicate-key]
          3 | a: 3
            | ^
            = help: remove one
        a.yml:1:1: note: the first is here
          1 | a: 1
            | ^

        a.yml:3:1: error: “a” is set twice [yaml.duplicate-key]
          3 | a: 3
            | ^
            = help: remove one
        a.yml:1:1: note: the first is here
          1 | a: 1
            | ^

        """)
  }

  @Test func keepsTheCaretUnderTabsAndWideCharacters() throws {
    #expect(
      try printed(.human, "\tx\tword", at: "word").contains(
        """
          1 |     x   word
            |         ^~~~
        """))
    #expect(
      try printed(.human, "日本 e\u{301} 漢字 x", at: "漢字").contains(
        """
          1 | 日本 e\u{301} 漢字 x
            |        ^~~~
        """))
  }

  @Test func showsOnlyThePartOfALongLineAroundTheCaret() throws {
    let line = String(repeating: "a ", count: 5000) + "WRONG" + String(repeating: " ü", count: 5000)
    let text = try printed(.human, line, at: "WRONG")
    #expect(text.contains("  1 | …" + String(repeating: "a ", count: 15) + "WRONG ü ü"))
    #expect(text.contains("\n    | " + String(repeating: " ", count: 31) + "^~~~~\n"))
    #expect(text.contains("ü …\n"))
    #expect(try #require(text.split(separator: "\n").map(\.count).max()) < 120)
    #expect(try printed(.human, "WRONG" + line, at: "WRONG").contains("  1 | WRONGa a"))
  }

  @Test func underlinesOnlyTheFirstLineOfALongSpan() throws {
    #expect(
      try printed(.human, "one two\nthree\n", at: "two\nthree").contains("  1 | one two\n    |     ^~~\n"))
  }

  @Test func makesControlCharactersHarmless() throws {
    let text = try printed(
      .human, "a \u{1B}[31m\u{202E}b\u{9B}x", at: "b", message: "“\u{1B}]0;x\u{7}\n” is wrong")
    #expect(text.contains("“\u{FFFD}]0;x\u{FFFD}\u{FFFD}” is wrong"))
    #expect(text.contains("  1 | a \u{FFFD}[31m\u{FFFD}b\u{FFFD}x\n"))
    let controls = text.unicodeScalars.filter { $0.properties.generalCategory == .control && $0 != "\n" }
    #expect(controls.isEmpty)
  }

  @Test func showsBytesThatAreNotUTF8() {
    let file = SourceFile(path: "a.md", bytes: [0x61, 0xFF, 0xFE, 0x62])
    let diagnostic = Diagnostic(Self.rule, at: file.span(1..<2), "this is no UTF-8", help: "save it as UTF-8")
    let text = HumanPrinter(usesColor: false) { _ in file }.text(of: [diagnostic])
    #expect(text.hasPrefix("a.md:1:2: error"))
    #expect(text.contains("  1 | a\u{FFFD}\u{FFFD}b\n    |  ^\n"))
  }

  @Test func colorsOnRequestOnly() throws {
    #expect(try printed(.human, "word", at: "word", usesColor: true).contains("\u{1B}[1;31merror:\u{1B}[0m"))
    #expect(try !printed(.human, "word", at: "word").contains("\u{1B}"))
  }

  @Test func writesWorkflowCommands() throws {
    #expect(
      try printed(.github, "one\na, b\n", at: "b", message: "50% of “a, b: c”") == """
        ::error file=Content/x/practice.md,line=2,endLine=2,col=4,endColumn=4,title=practice.none-right::\
        50%25 of “a, b: c”%0Ahelp: put an x in the box of the right choice

        """)
    let file = SourceFile(path: "a,b.md", text: "one\ntwo")
    let diagnostic = Diagnostic(Rule("x.y", .advice, "What it finds."), at: file.span(0..<7), "m", help: "h")
    #expect(
      GitHubPrinter { _ in file }.text(of: [diagnostic])
        == "::notice file=a%2Cb.md,line=1,endLine=2,title=x.y::m%0Ahelp: h\n")
  }

  @Test func escapesMarksOfWorkflowCommandsWithCombiningMarks() {
    let diagnostic = Diagnostic(
      Rule("x.y", .advice, "What it finds."), at: Span(path: "a,\u{338}:\u{338}"), "%\u{338}0A", help: "h")
    #expect(
      GitHubPrinter { _ in nil }.text(of: [diagnostic])
        == "::notice file=a%2C\u{338}%3A\u{338},title=x.y::%25\u{338}0A%0Ahelp: h\n")
  }

  @Test func writesJSONWithPlaces() throws {
    #expect(
      try printed(.json, "é \"b\"\n", at: "\"b\"", message: "“\"b\"” is wrong") == """
        {"diagnostics":[{"end":{"column":6,"line":1,"offset":6},"help":"put an x in the box of the right \
        choice","message":"“\\"b\\"” is wrong","notes":[],"path":"Content/x/practice.md","rule":"practice.\
        none-right","severity":"error","start":{"column":3,"line":1,"offset":3}}],"version":1}

        """)
  }

  @Test(arguments: DiagnosticFormat.allCases) func writesNothingWrongForNoDiagnostics(
    _ format: DiagnosticFormat
  ) {
    let text = format.printer(rules: []) { _ in nil }.text(of: [])
    switch format {
    case .human, .short, .github: #expect(text.isEmpty)
    case .json: #expect(text == "{\"diagnostics\":[],\"version\":1}\n")
    case .sarif: #expect(text.contains(#""results":[]"#))
    }
  }

  @Test func tellsWhatAFixItWouldDo() throws {
    let file = SourceFile(path: "a.md", text: "é chose\n")
    let rule = Rule("practice.unknown-kind", .error, isFixable: true, "What it finds.")
    let diagnostic = Diagnostic(
      rule, at: file.span(3..<8), "unknown", help: "did you mean “choose”?",
      fixIt: .write("choose", over: file.span(3..<8)))
    #expect(
      HumanPrinter(usesColor: false) { _ in file }.text(of: [diagnostic]).hasSuffix(
        "    = help: did you mean “choose”?\n    = fix: write “choose”\n"))
    let json = JSONPrinter { _ in file }.text(of: [diagnostic])
    #expect(
      json.contains(
        #""fix":{"edits":[{"end":{"column":8,"line":1,"offset":8},"replacement":"choose","start":"#
          + #"{"column":3,"line":1,"offset":3}}],"message":"write “choose”","path":"a.md"}"#))
    let sarif = SARIFPrinter(rules: [rule]) { _ in file }.text(of: [diagnostic])
    #expect(
      sarif.contains(
        #""replacements":[{"deletedRegion":{"byteLength":5,"byteOffset":3,"charLength":5,"charOffset":2,"#
          + #""endColumn":8,"endLine":1,"startColumn":3,"startLine":1},"insertedContent":{"text":"choose"}}]"#
      ))
  }

  @Test func countsColumnsOfLongLinesAsOfShortOnes() {
    let unit = "aé日\t"
    let file = SourceFile(
      path: "a.md", text: "\u{FEFF}é\n" + String(repeating: unit, count: 1000) + "\nlast é x")
    let offsets = [0, 3, 5, 6, 7, 1030, 2000, 6 + 7 * 900, 6 + 7 * 1000, file.bytes.count - 1]
    let diagnostics = (offsets + offsets.reversed()).map { offset in
      Diagnostic(Self.rule, at: file.span(offset..<offset), "m", help: "h")
    }
    let printed = ShortPrinter { _ in file }.text(of: diagnostics).split(separator: "\n")
    let expected = (offsets + offsets.reversed()).map { offset in
      let position = file.position(at: offset)
      return "a.md:\(position.line):\(position.column): error: m [practice.none-right]"
    }
    #expect(printed.map(String.init) == expected)
    #expect(file.position(at: 3) == Position(line: 1, column: 1))
  }
}
