/// Makes Markdown of all constructs of CommonMark and GFM, whole and broken ones, from a seed.
package struct MarkdownGenerator {
  private var random: SeededGenerator

  /// - Parameter seed: the same seed gives the same documents.
  package init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  /// The next document.
  package mutating func document() -> String {
    let lineEnd = pick(["\n", "\n", "\n", "\n", "\r\n", "\r"])
    var text = chance(40) ? "\u{FEFF}" : ""
    for _ in 0..<number(1, 6) { text += block(depth: 0) + (chance(4) ? "" : "\n") }
    if chance(2) { text += definitions() }
    if chance(5) { while text.hasSuffix("\n") { text.removeLast() } }
    return lineEnd == "\n"
      ? text : text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd)
  }

  // MARK: Blocks

  private mutating func block(depth: Int) -> String {
    switch number(0, depth > 3 ? 9 : 15) {
    case 0:
      return String(repeating: "#", count: number(1, 7)) + pick([" ", "", "\t", "  "]) + inlines()
        + pick(["", " #", " ##", "#"]) + "\n"
    case 1: return paragraph() + pick(["===", "---", "=", "--  "]) + "\n"
    case 2: return pick(["***", "- - -", "___", " * * *", "--"]) + "\n"
    case 3: return code()
    case 4: return table()
    case 5: return html()
    case 6: return definitions()
    case 7...9: return paragraph()
    case 10, 11:
      return indented(
        blocks(depth + 1), first: pick(["> ", ">", "  > "]), rest: pick(["> ", ">", "", "> "]))
    case 12, 13: return list(depth)
    case 14:
      return "[^\(label())]: " + indented(blocks(depth + 1), first: "", rest: pick(["    ", "    ", "  "]))
    default: return indented(blocks(depth + 1), first: "    ", rest: "    ")
    }
  }

  private mutating func blocks(_ depth: Int) -> String {
    var text = ""
    for _ in 0..<number(1, 3) { text += block(depth: depth) + (chance(2) ? "\n" : "") }
    return text
  }

  private mutating func paragraph() -> String {
    var text = ""
    for _ in 0..<number(1, 4) {
      text +=
        pick(["", "", "", "  ", "     ", "\t"]) + inlines() + pick(["", "", "", "  ", "\\", "   ", "\t"])
        + "\n"
    }
    return text
  }

  private mutating func list(_ depth: Int) -> String {
    var text = ""
    let marker = pick(["-", "*", "+", "1.", "7)", "10."])
    for _ in 0..<number(1, 4) {
      let mark = chance(6) ? pick(["-", "*", "2."]) : marker
      let first =
        mark + pick([" ", " ", "  ", "     ", "\t"]) + pick(["", "", "[ ] ", "[x] ", "[X]", "[y] "])
      let rest = String(repeating: " ", count: chance(4) ? number(0, 6) : mark.count + 1)
      text += indented(blocks(depth + 1), first: first, rest: rest) + (chance(3) ? "\n" : "")
    }
    return text
  }

  private mutating func code() -> String {
    if chance(3) { return "    " + word() + "\n\n\t" + inlines() + "\n" }
    let fence = pick(["```", "~~~", "````", "~~~~~"])
    return fence + pick(["", "swift", " c++ x", " a&amp;b", "`"]) + "\n" + inlines() + "\n\n  <b> & \"c\"\n"
      + pick([fence, "", fence + "`"]) + "\n"
  }

  private mutating func table() -> String {
    let columns = number(1, 4)
    var text = chance(6) ? inlines() + "\n" : ""
    text += row(columns)
    text +=
      (0..<columns + (chance(10) ? 1 : 0)).map { _ in pick(["---", ":--", "--:", ":-:", "-"]) }.joined(
        separator: "|")
      + pick(["", "|", " "]) + "\n"
    for _ in 0..<number(0, 4) { text += row(number(1, columns + 1)) }
    return text
  }

  private mutating func row(_ columns: Int) -> String {
    let cells = (0..<columns).map { _ in
      chance(5) ? "" : pick(["", " "]) + inline(depth: 2) + pick(["", " ", "\\|", "\\\\|"])
    }
    return pick(["| ", "|", "", "  |"]) + cells.joined(separator: "|") + pick(["|", "", " | "]) + "\n"
  }

  private mutating func html() -> String {
    pick([
      "<div class=\"a\">\n", "<!-- a\n\nb -->\n", "<details open>\n<summary>a &amp; b</summary>\n\n",
      "</details>\n", "<?php\n\n?>\n",
      "<!DOCTYPE html>\n", "<![CDATA[\n<\n]]>\n", "<script>\n\na\n</script> b\n", "<kbd>\n", "<a b='c'\nd>\n",
      "</p >\n", "<br/>\n",
    ])
  }

  private mutating func definitions() -> String {
    "[\(label())]: \(destination())\(pick(["", " \"t\"", "\n  'a\n b'", " (c)", " \"x", " y"]))\n"
  }

  private func indented(_ text: String, first: String, rest: String) -> String {
    var result = ""
    var prefix = first
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      result += line.isEmpty && prefix.allSatisfy { $0 == " " } ? "\n" : prefix + line + "\n"
      prefix = rest
    }
    return result
  }

  // MARK: Inlines

  private mutating func inlines() -> String {
    var text = ""
    for _ in 0..<number(1, 5) { text += inline(depth: 0) + pick([" ", " ", "", ", "]) }
    return text
  }

  private mutating func inline(depth: Int) -> String {
    guard depth < 4 else { return word() }
    switch number(0, 24) {
    case 0, 1: return wrapped("*", depth)
    case 2: return wrapped("_", depth)
    case 3, 4: return wrapped("**", depth)
    case 5: return wrapped(pick(["***", "__", "**_", "*****"]), depth)
    case 6: return wrapped(pick(["~", "~~", "~~~"]), depth)
    case 7, 8:
      return pick(["`", "``", "`` ` "]) + pick(["a", " b ", "c\\|d", "e\nf", "<g>", "\\"])
        + pick(["`", "``", "`"])
    case 9, 10:
      return "[" + inline(depth: depth + 1) + "](" + destination()
        + pick(["", " \"t&quot;\"", " 'u\nv'", " (w)", "\n"]) + ")"
    case 11: return "![" + inline(depth: depth + 1) + "](" + destination() + ")"
    case 12:
      return "[" + label() + "]"
        + pick(["", "[]", "[" + label() + "]", "[ " + label().uppercased() + "]", "(", ": x"])
    case 13: return "![" + label() + "]"
    case 14: return "[^" + label() + "]"
    case 15:
      return "<"
        + pick([
          "http://a.b/c?d=é&e", "x:y", "mailto:a@b.c", "a@b.c", "b", "/b", "br/", "i j='k'", "!-- l --",
          "!-- m", "?n?", "!O p", "q r\ns=t", "1",
        ]) + ">"
    case 16:
      return pick([
        "http://a.b/c_(d)", "https://a.b?c=d&e;", "www.a.b/c.", "www.a_b.c", "ftp://a.b)", "a@b.c",
        "mailto:a@b.co", "xmpp:a@b.c/d", "http://", "://a", "a@b@c.d", "(www.x.y)", "wwww.",
      ])
    case 17: return "\\" + pick(["*", "[", "`", "\\", "&", "a", "<", "|", "_", "!"])
    case 18:
      return "&"
        + pick([
          "amp;", "lt;", "copy;", "#35;", "#x1F600;", "nGt;", "#0;", "bogus;", "amp", "#;", "AMP;", "ngE;",
          "quot;",
        ])
    case 19:
      return pick([
        "*", "**", "_", "~", "[", "]", "![", "`", "<", ">", "(", ")", "&", "!", "|", "\"", "'", ":", "@", "#",
        "+", "-",
      ])
    case 20: return pick(["é", "日本", "😀", "a\u{301}", "\u{A0}", "ß", "İ"])
    default: return word()
    }
  }

  private mutating func wrapped(_ delimiter: String, _ depth: Int) -> String {
    let close = chance(8) ? pick(["*", "_", "**", "~", ""]) : delimiter
    var inner = inline(depth: depth + 1)
    if chance(3) { inner += pick([" ", "\n", ""]) + inline(depth: depth + 1) }
    return pick(["", "", "", "a"]) + delimiter + inner + close
  }

  private mutating func destination() -> String {
    pick([
      "/u", "a.md#b", "<c d>", "é", "javascript:x", "data:image/png;x", "DATA:text", "", "#", "(x)", "\\(",
      "&amp;x", "a\"b'c", "<>", "a%20b", "<\\>>",
    ])
  }

  private mutating func label() -> String {
    pick(["a", "b", "c d", "é", "ß", "SS", "x*y", "w", "1", "e&f", "g'h\"", "i\\]j", "K"])
  }

  private mutating func word() -> String {
    pick(["alpha", "beta", "w", "x1", "snake_case", "2*3", "a", "b:c", "www", "ok", "…", "it's"])
  }

  // MARK: Chance

  private mutating func number(_ low: Int, _ high: Int) -> Int { Int.random(in: low...high, using: &random) }

  private mutating func chance(_ oneIn: Int) -> Bool { number(1, oneIn) == 1 }

  private mutating func pick(_ choices: [String]) -> String { choices[number(0, choices.count - 1)] }
}
