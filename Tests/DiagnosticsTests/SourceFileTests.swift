import Diagnostics
import Testing

@Suite struct SourceFileTests {
  @Test func countsColumnsInUnicodeScalars() {
    let file = SourceFile(path: "a.md", text: "one\nzwö «x»\n")
    #expect(file.position(at: 4) == Position(line: 2, column: 1))
    let offset = "one\nzwö «".utf8.count
    #expect(file.position(at: offset) == Position(line: 2, column: 6))
  }

  @Test(arguments: ["a\nb", "a\rb", "a\r\nb"]) func endsLinesAsCommonMarkDoes(_ text: String) {
    let file = SourceFile(path: "a.md", text: text)
    #expect(file.lineCount == 2)
    #expect(file.text(in: file.range(ofLine: 1)) == "a")
    #expect(file.text(in: file.range(ofLine: 2)) == "b")
  }

  @Test func findsOffsetsOfLinesAndColumns() {
    let file = SourceFile(path: "a.md", text: "ä b\nc")
    #expect(file.offset(line: 1, scalarColumn: 2) == 2)
    #expect(file.offset(line: 1, byteColumn: 3) == 2)
    #expect(file.offset(line: 3, byteColumn: 1) == nil)
    #expect(file.offset(line: 2, byteColumn: 99) == 6)
  }
}
