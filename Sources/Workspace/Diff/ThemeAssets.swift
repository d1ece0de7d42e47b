import Courses

/// The theme's assets of a site, whose names in the site bear a fingerprint of their content.
struct ThemeAssets {
  /// The assets by their names without fingerprints, such as `style.css`.
  let files: [String: Manifest.File]
  /// The names without fingerprints by the paths in the site.
  private let names: [String: String]

  private static let folder = "assets/"
  private static let digits = 16

  /// - Parameter manifest: of the site.
  init(of manifest: Manifest) {
    var files: [String: Manifest.File] = [:]
    var names: [String: String] = [:]
    for file in manifest.files where Self.holds(file.path) {
      let name = Self.nameWithoutFingerprint(of: file)
      if let name { names[file.path] = name }
      files[name ?? String(file.path.dropFirst(Self.folder.count))] = file
    }
    self.files = files
    self.names = names
  }

  /// Whether a path in a site is the place of an asset of the theme.
  static func holds(_ path: String) -> Bool {
    path.hasPrefix(folder) && !path.hasPrefix("\(folder)cards/")
  }

  /// Whether two sites have the same fingerprints, so that equal pages are equal byte for byte.
  func hasSameNames(as other: ThemeAssets) -> Bool { names == other.names }

  /// A page as it would be if the assets that it uses had no fingerprints.
  ///
  /// Only addresses in `href` and `src` are changed: text that looks like one has `&quot;` for its quotes.
  ///
  /// - Parameter page: HTML that Waymark wrote.
  func withoutFingerprints(_ page: [UInt8]) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    var result: [UInt8] = []
    result.reserveCapacity(page.count)
    var copied = 0
    var index = 0
    while let start = page[index...].firstIndex(of: quote) {
      guard let end = page[(start + 1)...].firstIndex(of: quote) else { break }
      index = end
      let before = page[..<start]
      guard before.hasSuffix("href=") || before.hasSuffix("src="),
        let name = nameWithoutFingerprint(ofAddress: page[(start + 1)..<end])
      else { continue }
      result += page[copied...start]
      result += name.utf8
      copied = end
      index = end + 1
    }
    return result + page[copied...]
  }

  /// What a host is told as it would be if the assets had no fingerprints.
  ///
  /// - Parameter headers: the content of `_headers`.
  func withoutFingerprints(headers: [UInt8]) -> [UInt8] {
    let lines = String(decoding: headers, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    return Array(lines.map { names[String($0.dropFirst())] ?? String($0) }.joined(separator: "\n").utf8)
  }

  /// - Parameter address: what a page calls a file, relative to itself or from the root of its host.
  private func nameWithoutFingerprint(ofAddress address: ArraySlice<UInt8>) -> String? {
    guard address.hasSuffix(".css") || address.hasSuffix(".js") else { return nil }
    var rest = address
    while true {
      if let name = names[String(decoding: rest, as: UTF8.self)] { return name }
      guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { return nil }
      rest = rest[(slash + 1)...]
    }
  }

  /// The name of an asset; nil where it bears no fingerprint of what it holds.
  private static func nameWithoutFingerprint(of file: Manifest.File) -> String? {
    let parts = file.path.dropFirst(folder.count).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 3, let suffix = parts.last, suffix == "css" || suffix == "js",
      parts[parts.count - 2].utf8.count == digits, parts[parts.count - 2] == file.hash
    else { return nil }
    return (parts.dropLast(2) + [suffix]).joined(separator: ".")
  }
}
