/// The candidate that a misspelt word most probably means.
///
/// - Parameters:
///   - word: what was written.
///   - candidates: what could have been meant.
///   - limit: how many edits away it may be; nil for a third of the word.
/// - Returns: the nearest candidate, case ignored, within the limit; among equals the first in
///   alphabetical order. Where none is near and no limit is given, the only one that continues a word of
///   three letters or more. Nil otherwise, and for words of more than 100 characters.
package func nearest(
  to word: String, among candidates: some Sequence<String>, within limit: Int? = nil
) -> String? {
  let letters = Array(word.lowercased().unicodeScalars)
  guard letters.count <= 100 else { return nil }
  let isOpen = limit == nil
  let limit = limit ?? max(1, letters.count / 3)
  var best: (distance: Int, candidate: String)?
  for candidate in candidates {
    let other = Array(candidate.lowercased().unicodeScalars)
    guard abs(other.count - letters.count) <= limit, other.count <= 150 else { continue }
    let bound = best.map { min($0.distance, limit) } ?? limit
    guard let distance = editDistance(letters, other, atMost: bound) else { continue }
    if best.map({ (distance, candidate) < ($0.distance, $0.candidate) }) ?? true {
      best = (distance, candidate)
    }
  }
  if let best { return best.candidate }
  let continuations = !isOpen || letters.count < 3 ? [] : candidates.filter { $0.hasPrefix(word) }
  return continuations.count == 1 ? continuations[0] : nil
}

/// The number of insertions, deletions, replacements and swaps of neighbours that turn one text into
/// the other (optimal string alignment); nil above `limit`.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int) -> Int? {
  guard abs(left.count - right.count) <= limit else { return nil }
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for (row, scalar) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      var distance = min(last[column + 1] + 1, current[column] + 1, last[column] + (scalar == other ? 0 : 1))
      if row > 0, column > 0, scalar == right[column - 1], left[row - 1] == other {
        distance = min(distance, beforeLast[column - 1] + 1)
      }
      current.append(distance)
    }
    guard current.contains(where: { $0 <= limit }) else { return nil }
    beforeLast = last
    last = current
  }
  return last[right.count] <= limit ? last[right.count] : nil
}
