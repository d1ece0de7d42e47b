import Diagnostics

/// The redirects of `track.yml`, each led to its final place.
struct RedirectTable {
  private(set) var redirects: [Redirect] = []
  private(set) var diagnostics: [Diagnostic] = []

  private let pages: [String]
  private let isPage: Set<String>
  private var targets: [String: String] = [:]
  private var destinations: [String: Destination] = [:]

  /// - Parameters:
  ///   - entries: the redirects as `track.yml` writes them.
  ///   - pages: where the pages of the lessons lie in the site.
  init(resolving entries: [TrackFile.RedirectEntry], pages: [String]) {
    self.pages = pages + ["index.html", "review.html"]
    isPage = Set(self.pages)
    var sound: [TrackFile.RedirectEntry] = []
    for entry in entries {
      var isSound = true
      for path in [entry.source, entry.target] where !Self.isSitePath(path.value) {
        diagnostics.append(.badRedirect(path.value, at: path.span))
        isSound = false
      }
      if isPage.contains(entry.source.value) {
        diagnostics.append(.livingRedirect(entry.source.value, at: entry.source.span))
        isSound = false
      }
      if isSound {
        sound.append(entry)
        targets[entry.source.value] = entry.target.value
      }
    }
    var dead: [String: [TrackFile.RedirectEntry]] = [:]
    // Each circle is kept as it was found first, so its first place names it.
    var loops: Set<String> = []
    for entry in sound {
      switch destination(of: entry.source.value) {
      case .page(let target):
        redirects.append(
          Redirect(
            from: entry.source.value, to: target, at: entry.target.span,
            isDirect: entry.target.value == target))
      case .nothing(let target):
        // A redirect that leads to this one is not to blame.
        if entry.target.value.prefix(while: { $0 != "#" }) == target {
          dead[target, default: []].append(entry)
        }
      case .loop(let loop):
        if loops.insert(loop[0]).inserted {
          diagnostics.append(.redirectLoop(loop, at: entry.target.span))
        }
      }
    }
    for (target, entries) in dead.sorted(by: { $0.key < $1.key }) {
      diagnostics.append(.deadRedirect(target, pages: self.pages, of: entries))
    }
  }

  private enum Destination {
    case page(String)
    /// A page that is not there.
    case nothing(String)
    case loop([String])
  }

  /// Where a redirect ends. What is found on the way is kept, so that long chains are followed once.
  private mutating func destination(of source: String) -> Destination {
    var way: [String] = []
    var seen: Set<String> = []
    var place = source
    var destination: Destination?
    while destination == nil {
      if let known = destinations[place] {
        destination = known
      } else if !seen.insert(place).inserted {
        destination = .loop(Array(way.drop { $0 != place }))
      } else {
        way.append(place)
        let page = String(place.prefix { $0 != "#" })
        if let target = targets[place] {
          place = target
        } else if let target = targets[page] {
          // What a moved page's heading was called it still is, unless the redirect names another.
          place = target.contains("#") ? target : target + place.dropFirst(page.count)
        } else {
          destination = isPage.contains(page) ? .page(place) : .nothing(page)
        }
      }
    }
    let found = destination ?? .nothing(source)
    for place in way { destinations[place] = found }
    return found
  }

  /// Whether a text is a path of an HTML file in the site, with or without an anchor.
  private static func isSitePath(_ text: String) -> Bool {
    let path = text.prefix { $0 != "#" }
    let anchor = text.dropFirst(path.count).dropFirst()
    guard path.hasSuffix(".html"), text.utf8.count <= 500, text == String(path) || !anchor.isEmpty else {
      return false
    }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && !part.hasPrefix(".")
        && part.unicodeScalars.allSatisfy {
          !" \\?%:*\"<>|".unicodeScalars.contains($0) && !$0.isHarmfulOrSpace
        }
    } && anchor.unicodeScalars.allSatisfy { !$0.isHarmfulOrSpace && $0 != "#" }
  }
}

extension Unicode.Scalar {
  fileprivate var isHarmfulOrSpace: Bool {
    properties.isWhitespace || String(self).harmless != String(self)
  }
}
