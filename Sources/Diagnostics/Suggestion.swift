/// The candidate that a misspelt word most probably means.
///
/// - Parameters:
///   - word: what was written.
///   - candidates: what could have been meant.
///   - limit: how many edits away it may be; nil for a third of the word.
/// - Returns: the nearest candidate, case ignored, within the limit; among equals the first in
///   alphabetical order. Where none is near, the only one that continues a word of three letters or more.
///   Nil otherwise, and for words of more than 100 characters.
package func nearest(
  to word: String, among candidates: some Sequence<String>, within limit: Int? = nil
) -> String? {
  Nearness(of: word, to: candidates, within: limit).suggestion
}

/// The only candidate that a misspelt word can mean, so that a machine may write it.
///
/// - Parameters:
///   - word: what was written.
///   - candidates: what could have been meant.
/// - Returns: the nearest candidate, case ignored, where no other one is as near, it is at most one edit
///   away for every three letters, and it holds the same digits; nil otherwise.
package func onlyNear(to word: String, among candidates: some Sequence<String>) -> String? {
  let nearness = Nearness(of: word, to: candidates, within: word.unicodeScalars.count / 3)
  guard !nearness.isTie, let candidate = nearness.best?.candidate else { return nil }
  // Another number names another thing: the second drawing is not the first one misspelt.
  return candidate.filter(\.isNumber) == word.filter(\.isNumber) ? candidate : nil
}

/// The only path that a misspelt one can mean, so that a machine may write it.
///
/// - Parameters:
///   - path: what was written, with `/` between its parts.
///   - candidates: what could have been meant.
/// - Returns: as for ``onlyNear(to:among:)``, and each folder and the file's name without its ending are near by
///   themselves: what the rest of two paths has in common does not make them one.
package func onlyNear(toPath path: String, among candidates: some Sequence<String>) -> String? {
  guard let candidate = onlyNear(to: path, among: candidates) else { return nil }
  let (names, others) = (names(in: path), names(in: candidate))
  let areNear = zip(names, others).allSatisfy { $0 == $1 || onlyNear(to: $0, among: [$1]) != nil }
  return names.count == others.count && areNear ? candidate : nil
}

/// The folders of a path, and the file's name without its ending.
private func names(in path: String) -> [String] {
  var names = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  if let file = names.popLast() { names.append(String(file.prefix { $0 != "." })) }
  return names
}

/// How near some candidates are to a word.
private struct Nearness {
  /// The nearest candidate, the first of several in alphabetical order.
  private(set) var best: (distance: Int, candidate: String)?
  /// Whether several candidates are as near as the best.
  private(set) var isTie = false
  private var continuations: [String] = []

  init(of word: String, to candidates: some Sequence<String>, within limit: Int?) {
    guard word.utf8.count <= 400 else { return }
    let letters = Letters(word)
    guard letters.scalars.count <= 100 else { return }
    let limit = limit ?? max(1, letters.scalars.count / 3)
    for candidate in candidates where candidate.utf8.count <= 400 {
      if letters.scalars.count >= 3, continuations.count < 2, candidate.hasPrefix(word) {
        continuations.append(candidate)
      }
      let other = Letters(candidate)
      let bound = min(best?.distance ?? limit, limit)
      guard letters.leastDistance(to: other) <= bound,
        let distance = editDistance(letters.scalars, other.scalars, atMost: bound),
        candidate != best?.candidate
      else { continue }
      isTie = distance == best?.distance
      if best.map({ (distance, candidate) < ($0.distance, $0.candidate) }) ?? true {
        best = (distance, candidate)
      }
    }
  }

  var suggestion: String? { best?.candidate ?? (continuations.count == 1 ? continuations[0] : nil) }
}

/// The letters of a word with a rough record of which there are.
private struct Letters {
  let scalars: [Unicode.Scalar]
  /// One bit for each letter, several letters to a bit.
  let kinds: UInt64

  init(_ word: String) {
    scalars = Array(word.lowercased().unicodeScalars)
    kinds = scalars.reduce(0) { $0 | 1 << UInt64($1.value % 64) }
  }

  /// No fewer edits than these lie between the two: most pairs of words are told apart by them alone.
  func leastDistance(to other: Letters) -> Int {
    max(
      abs(scalars.count - other.scalars.count), (kinds & ~other.kinds).nonzeroBitCount,
      (other.kinds & ~kinds).nonzeroBitCount)
  }
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
