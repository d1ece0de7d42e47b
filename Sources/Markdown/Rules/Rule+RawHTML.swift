import Diagnostics

extension Rule {
  package static let rawHTML = Rule(
    "markdown.raw-html", .error,
    "A page holds HTML that is not on the short list of elements, since content must not bring in code or layout."
  )
}

extension Diagnostic {
  /// A tag of an element that pages may not hold.
  static func rawHTML(_ tag: RawHTML.Tag, at span: Span) -> Diagnostic {
    let slash = tag.isClosing ? "/" : ""
    return Diagnostic(
      .rawHTML, at: span, "the element <\(slash)\(tag.name.prefix(40))> is not used in pages",
      help: remedies[tag.name] ?? "delete the tag; \(allowed)")
  }

  /// A declaration, a processing instruction or the like.
  static func rawHTML(at span: Span) -> Diagnostic {
    Diagnostic(
      .rawHTML, at: span, "this markup is not used in pages", help: "delete it, or write the < as \\<")
  }

  /// An element that stands among blocks within a line of text.
  static func inlineBlockElement(_ element: RawHTMLElement, at span: Span) -> Diagnostic {
    Diagnostic(
      .rawHTML, at: span, "<\(element)> stands among paragraphs, not in one",
      help: "begin a line with it, with an empty line above and below")
  }

  private static let allowed =
    "raw HTML may be " + RawHTMLElement.allCases.map(\.rawValue).joined(separator: " ")

  /// What does the same in Markdown.
  private static let remedies: [String: String] = {
    var remedies: [String: String] = [:]
    for (names, remedy) in [
      (["b", "strong"], "write **bold**"),
      (["i", "em", "cite", "dfn", "var"], "write *emphasis*"),
      (["s", "del", "strike"], "write ~~struck out~~"),
      (["code", "tt", "samp"], "write `code`"),
      (["pre"], "write a code block: a line of three backticks above and below"),
      (["a"], "write [text](destination)"),
      (["img", "picture", "figure", "figcaption"], "write ![what the image shows](image.png \"caption\")"),
      (
        ["table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "col", "colgroup"],
        "write a table with pipes: | head | head |, then | --- | --- |"
      ),
      (["h1", "h2", "h3", "h4", "h5", "h6"], "write ## Heading"),
      (["p", "div", "section", "article", "center"], "leave an empty line between paragraphs instead"),
      (["ul", "li", "dl", "dt", "dd"], "write a list: - item"),
      (["ol"], "write a list: 1. item"),
      (["blockquote", "q", "aside"], "write > quotation"),
      (["hr"], "write ---"),
      (["span", "font", "u", "big"], "delete the tag, or write *emphasis*"),
      (["input"], "write a task list: - [ ] task"),
    ] {
      for name in names { remedies[name] = remedy }
    }
    return remedies
  }()
}
