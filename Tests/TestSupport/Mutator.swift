/// Breaks practice pages in the ways in which authors break them, the same for every run of a seed.
package struct Mutator {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  /// A page with some lines or bytes added, taken out, moved or changed.
  package mutating func mutate(_ page: String) -> String {
    var lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0...below(5) { mutate(&lines) }
    return lines.joined(separator: below(20) == 0 ? "\r\n" : "\n")
  }

  private static let pieces = [
    "- ", "* ", "1. ", "7) ", "> ", "    ", "\t", "  ", "[ ] ", "[x] ", "[x]", "[*]", "**", "~~", "`", "|",
    "||",
    "|---|---|", "# ", "###", "### ", "#### ", "Sort: ", "Choose one: ", "Chose all: ", "Fill in",
    "Number: x",
    "```quiz", "```", "points: 0", "id: x", ": ", "**Why:**", "> **Hint:** a", "**Model answer:** b", "±",
    "..",
    "4.6 ± 5% s", "1,5", "<!-- ", "-->", "<b>", "[^1]", "[^1]: ", "\\", "&amp;", "😀", "é", "e\u{301}", "：",
    "\u{A0}", "![", "](x.png)", "---", "===", "[a]: b",
  ]

  private mutating func mutate(_ lines: inout [String]) {
    let index = below(lines.count)
    switch below(9) {
    case 0: lines.remove(at: index)
    case 1: lines.insert(lines[below(lines.count)], at: index)
    case 2: lines.swapAt(index, below(lines.count))
    case 3: lines[index] = Self.pieces[below(Self.pieces.count)] + lines[index]
    case 4: lines[index] += Self.pieces[below(Self.pieces.count)]
    case 5: lines.insert(Self.pieces[below(Self.pieces.count)], at: index)
    case 6: lines[index] = String(lines[index].drop(while: \.isWhitespace))
    case 7:
      var scalars = Array(lines[index].unicodeScalars)
      if !scalars.isEmpty { scalars.remove(at: below(scalars.count)) }
      lines[index] = String(String.UnicodeScalarView(scalars))
    default:
      let scalars = Array(lines[index].unicodeScalars)
      let cut = below(scalars.count + 1)
      lines[index] =
        String(String.UnicodeScalarView(scalars[..<cut])) + Self.pieces[below(Self.pieces.count)]
        + String(String.UnicodeScalarView(scalars[cut...]))
    }
    if lines.isEmpty { lines = [""] }
  }

  /// A number from 0 up to a limit of at least 1 (SplitMix64).
  package mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ mixed >> 31) % UInt64(limit))
  }
}
