import Foundation

/// The comparison of typed answers, the same here and in the page's script.
package enum TextComparison {
  /// A text as it is compared: two answers are the same if this is the same.
  ///
  /// Compatibility composition (NFKC), lower case, white space trimmed and collapsed, quotation
  /// marks around it and a final `.`, `!`, `?` or `。` left out. Diacritics matter.
  package static func normalized(_ text: String) -> String {
    // Final sigma depends on its neighbours in the script's lower case and does not in ours.
    let folded = text.precomposedStringWithCompatibilityMapping.lowercased()
      .replacingOccurrences(of: "ς", with: "σ").precomposedStringWithCompatibilityMapping
    var scalars = Array(collapsed(folded))
    while true {
      let count = scalars.count
      if scalars.count > 1, let last = scalars.last, finalMarks.contains(last) { scalars.removeLast() }
      if scalars.count > 2, let first = scalars.first, let last = scalars.last, quotes.contains(first),
        quotes.contains(last)
      {
        scalars = Array(scalars[1..<(scalars.count - 1)])
      }
      while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
      while let last = scalars.last, isSpace(last) { scalars.removeLast() }
      if scalars.count == count { break }
    }
    var result = ""
    result.unicodeScalars.append(contentsOf: scalars)
    return result
  }

  /// A text as it is compared where case, spacing and marks matter: trimmed only.
  package static func exact(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    return String(scalars)
  }

  private static func collapsed(_ text: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if !isSpace(scalar) {
        result.append(scalar)
      } else if result.last != " ", !result.isEmpty {
        result.append(" ")
      }
    }
    if result.last == " " { result.removeLast() }
    return result
  }

  /// What a script's `\s` takes, and U+0085, which only Unicode calls white space.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "\u{FEFF}"
  }

  private static let finalMarks: Set<Unicode.Scalar> = [".", "!", "?", "。"]

  private static let quotes: Set<Unicode.Scalar> = [
    "\"", "'", "“", "”", "„", "‟", "‘", "’", "‚", "‛", "«", "»", "‹", "›", "「", "」", "『", "』",
  ]
}
