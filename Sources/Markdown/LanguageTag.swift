/// The form of language tags (RFC 5646, section 2.1).
package enum LanguageTag {
  /// Whether a text has the form of a tag: a language of 2 to 8 letters, then parts of 1 to 8 letters
  /// and digits, with hyphens between them.
  package static func isWellFormed(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let language = parts.first, (2...8).contains(language.utf8.count), text.utf8.count <= 35 else {
      return false
    }
    return language.allSatisfy { $0.isASCII && $0.isLetter }
      && parts.dropFirst().allSatisfy { part in
        (1...8).contains(part.utf8.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      }
  }
}
