/// The two scripts of a site, each made of the files of the theme's `assets/script/` as one classic script:
/// that of the track's home and of the review page has all of them, that of other pages what they need.
///
/// Modules would not load from `file://`. Comments, indents and the ends of lines that surely go on are
/// left out of what readers download; no block comment and no string over several lines may therefore
/// stand in the files.
enum SiteScript {
  /// The path of most pages' script in the theme, as if it were one file there.
  static let path = "assets/script.js"
  /// The path in the theme of the script of the home and the review page.
  static let reviewPath = "assets/review.js"

  /// Whether an asset of the theme is a part of the script.
  static func holds(_ path: String) -> Bool {
    path.hasPrefix(folder) && path.hasSuffix(".js") && !path.dropFirst(folder.count).contains("/")
  }

  /// The scripts made of their parts, by their paths in the theme.
  ///
  /// - Parameter parts: the parts by their paths, in any order.
  static func scripts(of parts: [String: [UInt8]]) -> [String: [UInt8]] {
    [path: joined(parts.filter { !reviewParts.contains($0.key) }), reviewPath: joined(parts)]
  }

  /// One script of some parts, in the order of their paths' bytes.
  private static func joined(_ files: [String: [UInt8]]) -> [UInt8] {
    var script = Array("(() => {\n\"use strict\";\n".utf8)
    for (_, bytes) in files.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      for line in bytes.split(separator: UInt8(ascii: "\n")) {
        let code = line.drop(while: isSpace)
        guard !code.isEmpty, !code.starts(with: "//".utf8) else { continue }
        script += code
        if !goesOn(code) { script.append(UInt8(ascii: "\n")) }
      }
    }
    return script + "})();\n".utf8
  }

  private static let folder = "assets/script/"
  /// What only the home and the review page need.
  private static let reviewParts = Set(["home.js", "review.js", "schedule.js"].map { folder + $0 })

  /// Whether a line goes on in the next. One that may end in a comment does not.
  private static func goesOn(_ line: ArraySlice<UInt8>) -> Bool {
    guard let last = line.last, "{([,;".utf8.contains(last) else { return false }
    return !zip(line, line.dropFirst()).contains { $0 == UInt8(ascii: "/") && $1 == UInt8(ascii: "/") }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}
