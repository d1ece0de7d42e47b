/// Estimates what cmark does to find bare URLs in a text (`url_match`, `www_match` and `autolink_delim` in
/// autolink.c).
///
/// Each candidate is read up to the next white space, though the link may end before it, at a `<`; one
/// with an underscore in its domain is read and given up; and for each `)` at the end of a link all of the
/// link is read again.
struct AutolinkWork {
  private let bytes: UnsafeBufferPointer<UInt8>

  /// - Parameter bytes: the content of a block.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// No less than the number of bytes that are read.
  func estimate() -> Int {
    var work = 0
    var start = 0
    for index in 0...bytes.count where index == bytes.count || Self.isSpace(bytes[index]) {
      if index - start > 3 { work += workOfWord(start..<index) }
      start = index + 1
    }
    return work
  }

  private func workOfWord(_ word: Range<Int>) -> Int {
    var work = 0
    var domain = Domain(bytes, from: word.lowerBound, in: word)
    var index = word.lowerBound
    while index < word.upperBound {
      guard isCandidate(index, in: word) else {
        index += 1
        continue
      }
      // The domain of a URL begins behind its slashes.
      let start = bytes[index] == UInt8(ascii: ":") ? min(index + 3, word.upperBound) : index
      if start >= domain.range.upperBound { domain = Domain(bytes, from: start, in: word) }
      if domain.isRefused(from: start) {
        work += domain.range.upperBound - start
        // Other punctuation than ASCII's may end the domain earlier.
        if domain.hasOtherThanASCII { work += word.upperBound - start }
        index += 1
        continue
      }
      work += word.upperBound - index
      let end = bytes[index..<word.upperBound].firstIndex(of: UInt8(ascii: "<")) ?? word.upperBound
      work += parentheses(before: end, from: index) * (end - index)
      index = end
    }
    return work
  }

  private func isCandidate(_ index: Int, in word: Range<Int>) -> Bool {
    guard index + 3 < word.upperBound else { return false }
    switch bytes[index] {
    case UInt8(ascii: ":"):
      return bytes[index + 1] == UInt8(ascii: "/") && bytes[index + 2] == UInt8(ascii: "/")
    case UInt8(ascii: "w"):
      return bytes[index + 1] == UInt8(ascii: "w") && bytes[index + 2] == UInt8(ascii: "w")
        && bytes[index + 3] == UInt8(ascii: ".")
    default: return false
    }
  }

  /// How many parentheses close at the end of a link, with the punctuation that does not count to it.
  private func parentheses(before end: Int, from start: Int) -> Int {
    var count = 0
    var index = end
    while index > start {
      index -= 1
      switch bytes[index] {
      case UInt8(ascii: ")"): count += 1
      case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"),
        UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "'"), UInt8(ascii: "\""):
        break
      case UInt8(ascii: ";"):
        // What looks like a character reference is left out as a whole.
        var name = index
        while name > start, bytes[name - 1].isASCIILetter { name -= 1 }
        if name < index, name > start, bytes[name - 1] == UInt8(ascii: "&") { index = name - 1 }
      default: return count
      }
    }
    return count
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
  }

  /// A row of bytes that may be the domain of a URL (`check_domain`).
  private struct Domain {
    let range: Range<Int>
    /// The dot before the last; cmark refuses underscores behind it.
    private let dot: Int
    private let lastUnderscore: Int
    let hasOtherThanASCII: Bool

    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, in word: Range<Int>) {
      var end = start
      var dots = (-1, -1)
      var underscore = -1
      var hasOther = false
      while end < word.upperBound {
        switch bytes[end] {
        case UInt8(ascii: "."): dots = (dots.1, end)
        case UInt8(ascii: "_"): underscore = end
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
        case let byte where byte.isASCIILetter: break
        case 0x80...: hasOther = true
        default:
          (range, dot, lastUnderscore, hasOtherThanASCII) = (start..<end, dots.0, underscore, hasOther)
          return
        }
        end += 1
      }
      (range, dot, lastUnderscore, hasOtherThanASCII) = (start..<end, dots.0, underscore, hasOther)
    }

    func isRefused(from start: Int) -> Bool {
      hasOtherThanASCII || lastUnderscore > max(start, dot)
    }
  }
}
