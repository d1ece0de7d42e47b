/// Counts the words of running text.
enum WordCount {
  /// How many words a text has: runs of letters and digits, with marks inside them. Scripts without
  /// spaces between words count one word for two characters, which is about how fast they are read.
  static func words(in text: String) -> Int {
    var words = 0
    var ideographs = 0
    var isInWord = false
    for scalar in text.unicodeScalars {
      if isIdeograph(scalar) {
        ideographs += 1
        isInWord = false
      } else if isLetterOrDigit(scalar) {
        if !isInWord { words += 1 }
        isInWord = true
      } else if !"'’-\u{AD}".unicodeScalars.contains(scalar) {
        isInWord = false
      }
    }
    return words + (ideographs + 1) / 2
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
    }
    let properties = scalar.properties
    return properties.isAlphabetic || properties.numericType != nil
      || properties.generalCategory == .nonspacingMark
  }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD: true
    default: false
    }
  }
}
