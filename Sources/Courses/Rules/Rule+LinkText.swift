import Diagnostics
import Markdown

extension Rule {
  package static let linkText = Rule(
    "link.text", .warning,
    "A link's text does not say where it leads, which those need to know who hear links out of context.")
}

extension PageReader {
  private static let emptyWords: Set<String> = [
    "here", "click here", "click", "this", "this link", "this page", "link", "the link", "page", "read more",
    "more", "learn more", "see here", "see more", "details", "go", "read on", "continue", "url",
  ]

  /// The letters alone of these words, and of a text without any.
  private static let emptyLetters = Set(emptyWords.map(letters(of:)) + [""])

  private static let mostLetters = emptyLetters.map(\.utf8.count).max() ?? 0

  /// Checks that a link's text says where it leads, for those who hear links out of context.
  mutating func checkText(of link: Node) {
    var text = link.plainText
    // Most texts have more letters than any of the words that say nothing, or others, and bytes tell it sooner
    // than characters.
    if text.withUTF8({ $0.count(where: Self.isLetter) }) > Self.mostLetters { return }
    if text.utf8.allSatisfy({ $0 < 0x80 }), !Self.emptyLetters.contains(Self.letters(of: text)) { return }
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    if text.isWhiteSpace {
      // A picture without a description is reported for itself.
      guard !link.children.contains(where: { $0.kind == .image }) else { return }
      report(link, "this link has no text")
    } else if Self.emptyWords.contains(words) {
      report(link, "“\(text)” does not say where the link leads")
    }
  }

  private static func letters(of text: String) -> String {
    String(decoding: text.utf8.filter(isLetter).map { $0 | 0x20 }, as: UTF8.self)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private mutating func report(_ link: Node, _ message: String) {
    diagnostics.append(
      Diagnostic(
        .linkText, at: document.span(of: link), message, help: "use the name of what the link leads to"))
  }
}
