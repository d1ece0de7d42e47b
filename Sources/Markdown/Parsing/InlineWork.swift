import Diagnostics

/// Estimates what cmark-gfm 0.29.0.gfm.6 would do for the inlines of a page beyond a few steps for each
/// byte, and finds the block where that becomes too much.
///
/// The estimate is never below the work and close to it on the inputs that are known to make cmark's
/// work grow with the square of a block's size:
///
/// - `<?`, `<!X` and `<![CDATA[` without an end: each is sought to the end of the block;
/// - `@` in a row of letters, and in a long line: each candidate for an address reads the row and
///   copies the line (`postprocess_text` in autolink.c, which gives up after 1,000);
/// - URLs in a word without white space: each candidate, and each `)` at the end, reads the word;
/// - `*`, `_` and `~`: the search for the opener of a closer has a bound that is lost when the delimiter at
///   the bound is used up, and a `~~` that meets a `~` stays to be passed again and again;
/// - links after many `![` that are still open: each link passes them all.
struct InlineWork {
  /// Blocks of less than this, in bytes, cost little whatever they hold.
  private static let smallBlock = 1024
  /// How many addresses cmark looks for in a text (`postprocess_text`).
  private static let mostAddresses = 1000

  private let bytes: UnsafeBufferPointer<UInt8>
  private var work: [Construct: Int] = [:]

  private enum Construct: String, CaseIterable {
    case rawHTML = "“<?” or “<!” without an end"
    case address = "“@” in a long line"
    case url = "URLs in a row without white space"
    case delimiters = "“*”, “_” and “~”"
    case image = "“![” without a “]”"
  }

  /// The block that makes the page too much work, if there is one.
  ///
  /// - Parameters:
  ///   - root: the document node, its inlines not parsed yet.
  ///   - source: the file.
  ///   - extraLines: how many lines more cmark counts.
  static func diagnostic(of root: Node, in source: SourceFile, extraLines: Int) -> Diagnostic? {
    var total = 0
    for (node, content) in UnparsedBlocks(root) where content.count >= smallBlock {
      var estimate = InlineWork(content)
      estimate.run()
      total += estimate.work.values.reduce(0, +)
      guard total > Limits.parsingWork else { continue }
      let worst = Construct.allCases.max { estimate.work[$0, default: 0] < estimate.work[$1, default: 0] }
      // A paragraph right above a table has no line in cmark's tree; the table claims to begin there.
      let line = (node.isRightAboveTable ? node.next ?? node : node).reportedLine - extraLines
      return .tangled(worst?.rawValue ?? "", at: source.span(ofLine: max(line, 1)))
    }
    return nil
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  private mutating func run() {
    work[.rawHTML] = rawHTMLWork()
    work[.address] = addressWork()
    work[.url] = AutolinkWork(bytes).estimate()
    work[.delimiters] = delimiterWork()
    work[.image] = imageWork()
  }

  private func byte(_ index: Int) -> UInt8 {
    index < bytes.count ? bytes[index] : 0
  }

  // MARK: Constructs

  private func rawHTMLWork() -> Int {
    var work = 0
    // For each kind the next place where one ends, sought again only when it was passed.
    var ends = [-1, -1, -1]
    func end(_ kind: Int, after index: Int) -> Int? {
      if ends[kind] <= index {
        var next = index + 1
        while next < bytes.count, !isEnd(kind, at: next) { next += 1 }
        ends[kind] = next
      }
      return ends[kind] < bytes.count ? ends[kind] : nil
    }
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), let kind = rawHTMLKind(at: index) {
        if let end = end(kind, after: index) { index = end } else { work += bytes.count - index }
      }
      index += 1
    }
    return work
  }

  private func rawHTMLKind(at index: Int) -> Int? {
    switch byte(index + 1) {
    case UInt8(ascii: "?"): 0
    case UInt8(ascii: "!"): byte(index + 2) == UInt8(ascii: "[") ? 1 : byte(index + 2).isASCIILetter ? 2 : nil
    default: nil
    }
  }

  private func isEnd(_ kind: Int, at index: Int) -> Bool {
    guard byte(kind == 2 ? index : index + 1) == UInt8(ascii: ">") else { return false }
    return kind == 2 || bytes[index] == (kind == 0 ? UInt8(ascii: "?") : UInt8(ascii: "]"))
  }

  private func addressWork() -> Int {
    var work = 0
    var lineStart = 0
    var inLine = 0
    var runStart = 0
    var inRun = 0
    for index in 0...bytes.count {
      let byte = byte(index)
      if byte == UInt8(ascii: "@") {
        inLine += 1
        inRun += 1
        continue
      }
      if !byte.isASCIILetter, !byte.isASCIIDigit, !Self.isAddressPunctuation(byte) {
        work += min(inRun, Self.mostAddresses) * (index - runStart)
        (runStart, inRun) = (index + 1, 0)
      }
      if index == bytes.count || byte == UInt8(ascii: "\n") {
        work += min(inLine, Self.mostAddresses) * (index - lineStart)
        (lineStart, inLine) = (index + 1, 0)
      }
    }
    return work
  }

  private static func isAddressPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "/"),
      UInt8(ascii: ":"):
      true
    default: false
    }
  }

  private func delimiterWork() -> Int {
    var tildes = [0, 0]
    var delimiters = 0
    var index = 0
    while index < bytes.count {
      let start = index
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "~"), UInt8(ascii: "*"), UInt8(ascii: "_"):
        while index < bytes.count, bytes[index] == byte { index += 1 }
        delimiters += 1
        if byte == UInt8(ascii: "~"), index - start <= 2 { tildes[index - start - 1] += 1 }
      default: break
      }
    }
    // Measured on the worst known input, `*a**b_c__` again and again: an eighth of the square and less.
    let emphasis = delimiters * delimiters / 8
    return tildes.contains(0) ? emphasis : emphasis + (tildes[0] + tildes[1]) * delimiters
  }

  private func imageWork() -> Int {
    var work = 0
    var openers: [Bool] = []
    var openImages = 0
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "["):
        let isImage = index > 0 && bytes[index - 1] == UInt8(ascii: "!")
        openers.append(isImage)
        if isImage { openImages += 1 }
      case UInt8(ascii: "]"):
        work += openImages
        if openers.popLast() == true { openImages -= 1 }
      default: break
      }
    }
    return work
  }
}
