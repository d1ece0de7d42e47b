/// What the names of one list mean, each meaning that several of them share left out: written over all of
/// them, it would stand there twice.
struct OnlyMeanings {
  private var meanings: [String: String] = [:]
  private var counts: [String: Int] = [:]

  /// - Parameters:
  ///   - names: the names as they are written.
  ///   - meaning: what a name means: itself, where it is right; nil where that is not sure.
  init(of names: [String], meaning: (String) -> String?) {
    for name in names {
      guard let meant = meaning(name) else { continue }
      meanings[name] = meant
      counts[meant, default: 0] += 1
    }
  }

  /// What a name means and no other one does.
  subscript(name: String) -> String? { meanings[name].flatMap { counts[$0] == 1 ? $0 : nil } }
}
