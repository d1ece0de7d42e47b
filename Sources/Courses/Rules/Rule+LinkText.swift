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

  private static let mostLetters = emptyWords.map(\.utf8.count).max() ?? 0

  /// Checks that a link's text says where it leads, for those who hear links out of context.
  mutating func checkText(of link: Node) {
    let text = link.plainText
    // Most texts have more letters than any of the words that say nothing, and bytes tell it sooner.
    let letters = text.utf8.count { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
    if letters > Self.mostLetters { return }
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    if text.allSatisfy(\.isWhitespace) {
      // A picture without a description is reported for itself.
      guard !link.children.contains(where: { $0.kind == .image }) else { return }
      report(link, "this link has no text")
    } else if Self.emptyWords.contains(words) {
      report(link, "“\(text)” does not say where the link leads")
    }
  }

  private mutating func report(_ link: Node, _ message: String) {
    diagnostics.append(
      Diagnostic(
        .linkText, at: document.span(of: link), message, help: "use the name of what the link leads to"))
  }
}
