import Diagnostics
import Markdown
import TestSupport
import Testing

@testable import Courses

@Suite struct WordCountTests {
  /// The words of a text that Markdown leaves as it is.
  private func words(in text: String) throws -> Int {
    let source = SourceFile(path: "a.md", text: "~~~\n\(text)\n~~~\n")
    let document = try #require(Document.parse(source).document)
    return try document.read { WordCount.words(in: try #require($0.firstChild)) }
  }

  /// The same, looked at one character after another.
  private func wordsOneByOne(in text: String) -> Int {
    var words = 0
    var isInWord = false
    for character in text.unicodeScalars {
      if character.properties.isAlphabetic || ("0"..."9").contains(character) {
        words += isInWord ? 0 : 1
        isInWord = true
      } else if !"'’-".unicodeScalars.contains(character) {
        isInWord = false
      }
    }
    return words
  }

  @Test func tellsEachASCIICharacter() throws {
    for code in UInt8(0x20)..<0x7F {
      let character = String(UnicodeScalar(code))
      #expect(try words(in: "a\(character)b") == wordsOneByOne(in: "a\(character)b"), "\(character)")
      #expect(try words(in: "-\(character)'") == wordsOneByOne(in: "-\(character)'"), "\(character)")
    }
  }

  @Test(arguments: 0..<40) func countsWordsAcrossBlocksOfEightBytes(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let characters = Array("aZ09 '-.\n’é@")
    for length in 0...50 {
      let text = String((0..<length).compactMap { _ in characters.randomElement(using: &generator) })
      #expect(try words(in: text) == wordsOneByOne(in: text), "\(text)")
    }
  }
}
