extension String {
  /// One line of a text as the first of a paragraph: with an escape where it would begin another block.
  package var beginningParagraph: String {
    guard let sign = colonOfDefinition ?? signOfBlock else { return self }
    return "\(self[..<sign])\\\(self[sign...])"
  }

  /// One line of a text as the next of a paragraph: indented too far for any block where it would begin one.
  package var continuingParagraph: String { mayBeginBlock ? "    \(self)" : self }

  /// The colon behind a label, which may define a link or a footnote; with an escape there the label may still
  /// refer to one.
  private var colonOfDefinition: Index? {
    guard utf8.first == UInt8(ascii: "[") else { return nil }
    var isEscaped = false
    let labelEnd = utf8.firstIndex { byte in
      defer { isEscaped = byte == UInt8(ascii: "\\") && !isEscaped }
      return byte == UInt8(ascii: "]") && !isEscaped
    }
    guard let colon = labelEnd.map(utf8.index(after:)), utf8[colon...].first == UInt8(ascii: ":") else {
      return nil
    }
    return colon
  }

  /// The first sign of what a line may begin besides a paragraph.
  private var signOfBlock: Index? {
    mayBeginBlock || mayBeTask ? utf8.firstIndex(where: \.isASCIIPunctuation) : nil
  }

  /// Whether a line that begins with no white space may begin a block that is no paragraph, or turn the line
  /// above into a heading or a table. Raw HTML is not looked for.
  private var mayBeginBlock: Bool {
    var text = self
    return text.withUTF8 { bytes in
      guard let first = bytes.first else { return false }
      if LineStart(of: bytes, in: bytes.indices).textStart > 0 { return true }
      let signs = bytes.prefix { $0 == first }.count
      let rest = bytes[signs...]
      switch first {
      case UInt8(ascii: "#"): return signs <= 6 && rest.first?.isMarkdownSpace != false
      case UInt8(ascii: "`"): return signs >= 3 && !rest.contains(first)
      case UInt8(ascii: "~"): return signs >= 3
      default: return bytes.allSatisfy { $0.isMarkdownSpace || "=-_*|:".utf8.contains($0) }
      }
    }
  }

  /// Whether a line begins like the text of a task.
  private var mayBeTask: Bool {
    let box = utf8.prefix(4)
    return box.first == UInt8(ascii: "[") && box.last?.isMarkdownSpace == true
      && box.dropFirst(2).first == UInt8(ascii: "]")
  }
}
