import HTML
import Diagnostics
import Foundation
import Rendering
import TestSupport
import Testing

@testable import Markdown

/// Plain rendering against cmark's own HTML renderer, byte for byte.
@Suite struct MarkdownWriterOracleTests {
  @Test(arguments: [
    "# A *b* `c` **d** ~~e~~\n\nSetext\n===\n", "- a\n- b\n\n  c\n1. x\n2. y\n\n7) z\n",
    "| a | b |\n|:--|--:|\n| *c* | `d\\|e` |\n| f |\n", "- [ ] a\n- [x] b\n\n  c\n", "> a\n> > b\n\n***\n",
    "![a *b* `c` <i>d</i>\ne](x.png \"t\") [l](javascript:x) [m](<a b> 'q\"&')\n", "a  \nb\\\nc\n",
    "x[^1] y[^b c] z[^1] [^2]\n\n[^1]: One.\n\n    ```\n    code\n    ```\n[^2]: - a\n[^b c]: no\n[^u]: unused [^2]\n",
    "<div>\n<b>x</b>\n</div>\n\na <b>c</b> <!-- d -->\n",
    "```swift x y\nlet a = 1 < 2 && \"b\"\n```\n\n    indented\n",
    "www.example.org https://example.org/a?b=c&d <mailto:x@y.z> x@y.org &amp; &copy; &#0;\n", "", "\n\n",
    "a\n\n-\n-\n\n  b\n- - c\n", "x[^a'&\"]\n\n[^a'&\"]: odd\n",
    "![x](data:image/png;base64,aa) ![y](data:text/html,z)\n",
  ]) func equalsCMark(_ text: String) {
    expectEqualToCMark(Array(text.utf8))
  }

  @Test(arguments: 0..<8) func equalsCMarkOnGeneratedDocuments(_ part: UInt64) {
    var generator = MarkdownGenerator(seed: part)
    for _ in 0..<1250 { expectEqualToCMark(Array(generator.document().utf8)) }
  }

  @Test func equalsCMarkOnEveryFileOfTheRepository() throws {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    var count = 0
    for folder in ["Content", "Tests"] {
      let enumerator = try #require(FileManager.default.enumerator(atPath: root.appending(path: folder).path))
      for case let path as String in enumerator where path.hasSuffix(".md") {
        expectEqualToCMark(Array(try Data(contentsOf: root.appending(path: "\(folder)/\(path)"))))
        count += 1
      }
    }
    #expect(count > 5)
  }
}

/// Expects our plain HTML of some bytes to equal cmark's.
func expectEqualToCMark(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
  let parsed = Document.parse(SourceFile(path: "a.md", bytes: bytes))
  guard let document = parsed.document else {
    #expect(!parsed.diagnostics.isEmpty, sourceLocation: sourceLocation)
    return
  }
  let (ours, theirs) = document.read { root in
    var writer = MarkdownWriter(.plain)
    writer.write(root)
    writer.finish()
    return (writer.html.string, root.renderedByCMark)
  }
  #expect(ours == theirs, sourceLocation: sourceLocation)
}
