import Diagnostics
import TestSupport
import Testing

@testable import Markdown

@Suite struct DocumentTests {
  @Test func givesTypedNodes() throws {
    let source = SourceFile(path: "a.md", text: "# A *b*\n\n- [x] ~~c~~\n")
    let document = try #require(Document.parse(source).document)
    let kinds = document.read { root in
      var kinds: [Node.Kind] = []
      var walk = Walk(root)
      while let event = walk.next() { if case .enter(let node) = event { kinds.append(node.kind) } }
      return kinds
    }
    #expect(
      kinds == [
        .document, .heading(level: 1), .text, .emphasis, .text, .list(.init(start: nil, isTight: true)),
        .taskItem(isChecked: true), .paragraph, .strikethrough, .text,
      ])
  }

  @Test(arguments: [
    ("- [ ] a `[x]`\n", [false]), ("- [x] a [ ]\n- [X] b\n- [ ] c\n", [true, true, false]),
    ("1. [ ] a \\[x]\n   - [x] b\n", [false, true]), ("\u{FEFF}- a\r\n\r\n  -  [ ] b [X]\r\n", [false]),
    ("-\t[ ]\t[x]\n", [false]), ("- see [a](u)\n  > quote\n      - [ ] b\n", [false]),
    ("- [a] b\n\n  1x [ ] c\n", [false]), ("10) [X] a\n", [true]),
    ("- - [ ] a\n\n    1x [X] b\n", [true]), ("+ [ ]\n\n    1x [X] b\n", [true]),
    ("*     [ ]\n\n    1x [X] b\n", [true]), ("\u{FEFF} - [X] a\n- [x] \n", [true, true]),
  ]) func readsEachBoxAlone(_ text: String, _ boxes: [Bool]) throws {
    let document = try #require(Document.parse(SourceFile(path: "a.md", text: text)).document)
    let read = document.read { root in
      var boxes: [Bool] = []
      var walk = Walk(root)
      while let event = walk.next() {
        if case .enter(let node) = event, case .taskItem(let isChecked) = node.kind {
          boxes.append(isChecked)
        }
      }
      return boxes
    }
    #expect(read == boxes)
  }

  @Test(arguments: [
    ("a *b* \\[\n", ["a *b* \\["]), ("> 1. a\\\r\n>\t  `b`  \r\nc\r\n", ["a\\", "`b`  ", "c"]),
    ("[a]: b\n  \"c\"\n  d [a]\n", ["d [a]"]), ("- [x] a \\| b\n\te\u{301}", ["a \\| b", "e\u{301}"]),
    ("a \\| b\n-\n", nil), ("a \\| b\nc|d\n-|-\n", nil), ("a|b\n-|-\n", nil), ("    a\n", nil),
  ]) func keepsTheLinesOfParagraphs(_ text: String, _ lines: [String]?) throws {
    let read = try ParsedText(text).document.read { root in
      var block = try #require(root.firstChild)
      while let child = block.firstChild, !child.isInline, !block.isTable { block = child }
      return block.paragraphLines
    }
    #expect(read == lines)
  }

  @Test(arguments: 0..<20) func keepsParagraphsWhole(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let parts = [
      "#", "##", ">", "-", "+", "*", "_", "```", "~~~", "=", "|", "1", ".", ")", "[x]", "[a", "[^", "]",
      ":", " ", " ", "a",
    ]
    for _ in 0..<200 {
      let line = (0..<Int.random(in: 1...6, using: &generator)).compactMap { _ in
        parts.randomElement(using: &generator)
      }.joined()
      guard line.first != " ", line.utf8.last != UInt8(ascii: " ") else { continue }
      for text in ["- \(line.beginningParagraph)\n", "- a\n  \(line.continuingParagraph)\n"] {
        let kinds = try ParsedText(text).document.read { root in
          let item = root.firstChild?.firstChild
          return [root.firstChild, item].compactMap { $0?.next?.kind } + [item?.kind].compactMap(\.self)
            + (item?.children.map(\.kind) ?? [])
        }
        #expect(kinds == [.item, .paragraph], "\(text)")
      }
    }
  }

  @Test(arguments: ["*a* [b](c) <d> `e` &lt; ~~f~~ # \\", "*\u{338}a*\u{338} <\u{338}", "a\nb\u{2028}c"])
  func escapesTextAsMarkdown(_ text: String) throws {
    let source = SourceFile(path: "a.md", text: "\(text.escapedAsMarkdown)\n")
    let document = try #require(Document.parse(source).document)
    let (kinds, shown) = document.read { root in
      var kinds: Set<String> = []
      var walk = Walk(root)
      while let event = walk.next() { if case .enter(let node) = event { kinds.insert("\(node.kind)") } }
      return (kinds, root.plainText)
    }
    #expect(kinds == ["document", "paragraph", "text"])
    #expect(shown == text.replacing("\n", with: " ").replacing("\u{2028}", with: " "))
  }
}
