/// The names that a template may use.
///
/// The library writes an unknown name as nothing, which nobody would notice; ``TemplateCheck``
/// therefore holds every tag against this list.
enum TemplateKey: String, CaseIterable {
  case canonical, description, direction, documentTitle, home, icon, language, policy, script, style, target
  case title, track, trail
  case place = "where"

  case badge, body, copy, due, facts, heading, key, metadata, pager, progress, side, syllabus, toc

  case skip = "words.skip"
  case dark = "words.dark"
  case lessonsOfPhase = "words.track"
  case allLessons = "words.allLessons"
  case promise = "words.promise"
  case moved = "words.moved"

  /// Whether a value is text, which `{{name}}` escapes, or ready HTML, which `{{{name}}}` copies.
  enum Content: Equatable {
    case text, fragment
  }

  /// What it holds.
  var content: Content {
    switch self {
    case .canonical, .description, .direction, .documentTitle, .home, .icon, .language, .policy, .script,
      .style, .target, .title, .track, .trail, .place, .skip, .dark, .lessonsOfPhase, .allLessons, .promise,
      .moved:
      .text
    case .badge, .body, .copy, .due, .facts, .heading, .key, .metadata, .pager, .progress, .side, .syllabus,
      .toc:
      .fragment
    }
  }

  /// What the interface says there; nil for what depends on the page or the track.
  var phrase: Phrase? {
    switch self {
    case .skip: .skip
    case .dark: .dark
    case .lessonsOfPhase: .track
    case .allLessons: .allLessons
    case .promise: .promise
    case .moved: .moved
    default: nil
    }
  }
}
