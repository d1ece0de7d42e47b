/// Gives headings the ids that GitHub gives them, so that links to headings work in both places.
///
/// A repeated id gets `-1`, `-2` and so on, skipping those that are taken (as github-slugger does; GitHub
/// itself would give two headings one id there).
package struct HeadingIDs {
  /// How often each id was asked for since it was first given; with room for those of most pages.
  private var repeats: [String: Int] = Dictionary(minimumCapacity: 16)

  package init() {}

  /// An id that was not given before.
  ///
  /// - Parameter text: the heading's text without markup. Where nothing of it can stand in an id, the
  ///   id is `section`.
  package mutating func id(for text: String) -> String {
    let slug = GitHubSlug.of(text)
    let base = slug.isEmpty ? "section" : slug
    guard var count = repeats.updateValue(0, forKey: base) else { return base }
    var id: String
    repeat {
      count += 1
      id = "\(base)-\(count)"
    } while repeats[id] != nil
    repeats[base] = count
    repeats[id] = 0
    return id
  }
}
