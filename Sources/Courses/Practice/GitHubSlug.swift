/// The name that GitHub gives a heading in addresses.
enum GitHubSlug {
  /// A text in lower case, with a hyphen for each space, and without everything that is neither a
  /// letter or digit of any script nor a hyphen or an underscore (html-pipeline, `toc_filter.rb`).
  static func of(_ text: String) -> String {
    var text = text
    if let slug = text.withUTF8(slug(ofASCII:)) { return slug }
    var slug = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      if scalar == " " {
        slug.append("-")
      } else if scalar == "-" || isWord(scalar) {
        slug.append(scalar)
      }
    }
    return String(slug)
  }

  /// The same for ASCII, of which bytes are sooner read than characters; nil for other text.
  private static func slug(ofASCII text: UnsafeBufferPointer<UInt8>) -> String? {
    guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
    return String(unsafeUninitializedCapacity: text.count) { slug in
      var count = 0
      for byte in text {
        switch byte {
        case UInt8(ascii: " "): slug[count] = UInt8(ascii: "-")
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug[count] = byte | 0x20
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
          UInt8(ascii: "_"):
          slug[count] = byte
        default: continue
        }
        count += 1
      }
      return count
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .connectorPunctuation:
      true
    default: false
    }
  }
}
