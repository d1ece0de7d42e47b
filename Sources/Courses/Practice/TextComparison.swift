import Foundation

/// The comparison of typed answers, the same here and in the page's script.
package enum TextComparison {
  /// A text as it is compared: two answers are the same if this is the same.
  ///
  /// Compatibility composition (NFKC), lower case, straight quotation marks, white space trimmed and
  /// collapsed, quotation marks around it and `.`, `!`, `?` and `。` at its end left out. Diacritics
  /// matter.
  package static func normalized(_ text: String) -> String {
    let lowered = text.precomposedStringWithCompatibilityMapping.lowercased()
      .precomposedStringWithCompatibilityMapping
    let scalars = collapsed(lowered.unicodeScalars.map { replacements[$0] ?? $0 })
    var part = scalars[...]
    while true {
      let count = part.count
      while let last = part.last, finalMarks.contains(last) || isOuter(last) { part.removeLast() }
      while let first = part.first, isOuter(first) { part.removeFirst() }
      if part.count == count { break }
    }
    return string(part.isEmpty ? scalars[...] : part)
  }

  /// A text as it is compared where case, spacing and marks matter: trimmed only.
  package static func exact(_ text: String) -> String {
    var part = Array(text.precomposedStringWithCanonicalMapping.unicodeScalars)[...]
    while let first = part.first, first.properties.isWhitespace { part.removeFirst() }
    while let last = part.last, last.properties.isWhitespace { part.removeLast() }
    return string(part)
  }

  private static func collapsed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for scalar in scalars {
      if !scalar.properties.isWhitespace {
        result.append(scalar)
      } else if let last = result.last, last != " " {
        result.append(" ")
      }
    }
    if result.last == " " { result.removeLast() }
    return result
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func isOuter(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || quotes.contains(scalar) }

  /// The final sigma depends on its neighbours in a script's lower case, and phones type curly marks.
  private static let replacements: [Unicode.Scalar: Unicode.Scalar] = [
    "ς": "σ", "‘": "'", "’": "'", "‚": "'", "‛": "'", "“": "\"", "”": "\"", "„": "\"", "‟": "\"",
  ]

  private static let finalMarks: Set<Unicode.Scalar> = [".", "!", "?", "。"]

  private static let quotes: Set<Unicode.Scalar> = ["\"", "'", "«", "»", "‹", "›", "「", "」", "『", "』"]
}
