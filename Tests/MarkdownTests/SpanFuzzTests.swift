import Diagnostics
import TestSupport
import Testing

@testable import Markdown

/// What holds of the places in any document.
@Suite struct SpanFuzzTests {
  @Test(arguments: 100..<104) func placesEveryNodeInsideItsFile(_ seed: UInt64) {
    var generator = MarkdownGenerator(seed: seed)
    for _ in 0..<120 { checkPlaces(Array(generator.document().utf8)) }
  }

  @Test(arguments: 200..<204) func survivesChangedBytes(_ seed: UInt64) {
    var generator = MarkdownGenerator(seed: seed)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<120 {
      var bytes = Array(generator.document().utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
        let index = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: index)
        case 2: bytes.insert(Array("\n>|`[]*~<&\\\t -".utf8).randomElement(using: &random) ?? 0, at: index)
        default: bytes.append(contentsOf: bytes[index...].prefix(20))
        }
      }
      checkPlaces(bytes)
    }
  }

  private func checkPlaces(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
    let source = SourceFile(path: "a.md", bytes: bytes)
    let parsed = Document.parse(source)
    guard let document = parsed.document else {
      #expect(!parsed.diagnostics.isEmpty, sourceLocation: sourceLocation)
      return
    }
    document.read { root in
      var walk = Walk(root)
      while let event = walk.next() {
        guard case .enter(let node) = event else { continue }
        let range = document.span(of: node).range
        #expect(range.lowerBound >= 0 && range.upperBound <= bytes.count, sourceLocation: sourceLocation)
        // What was not found has the place of what holds it.
        let isFound = node.parent.map { document.span(of: $0).range != range } ?? false
        guard isFound, let expected = expectedStart(of: node) else { continue }
        let text = source.text(in: range)
        #expect(
          expected.contains { text.hasPrefix($0) },
          "\(node.kind) at \(text.debugDescription) in \(source.text(in: 0..<bytes.count).debugDescription)",
          sourceLocation: sourceLocation)
      }
    }
  }

  /// What the source of a node must begin with.
  private func expectedStart(of node: Node) -> [String]? {
    switch node.kind {
    case .emphasis, .strong: ["*", "_"]
    case .strikethrough: ["~"]
    case .code: ["`"]
    case .htmlInline: ["<"]
    case .image: ["!["]
    case .link: ["[", "<"] + [String(node.plainText.prefix(3))]
    case .footnoteReference: ["[^"]
    case .softBreak: ["\n", "\r", " ", "\t"]
    case .blockQuote: [">"]
    case .thematicBreak: ["*", "-", "_"]
    default: nil
    }
  }
}
