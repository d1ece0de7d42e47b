import Courses
import Diagnostics
import Mustache
import Theme

/// The theme of one site: its templates, checked and compiled, and its assets under fingerprinted names,
/// the files of `assets/script/` joined to one script for the home and the review page and one for all others.
///
/// A project's own `Templates/` takes the place of the built-in theme file by file.
package struct SiteTheme: Sendable {
  /// A file that the site serves as it is.
  package struct Asset: Hashable, Sendable {
    /// Its path in the site, such as `assets/style.0123456789abcdef.css`.
    package let path: String
    /// Its content.
    package let bytes: [UInt8]
    /// Whether the path bears a hash of the content, so that what it names never changes.
    package let isFingerprinted: Bool
  }

  /// What the site serves beside its pages, in the order of the paths.
  package let assets: [Asset]
  private let assetPaths: [String: String]
  private let templates: [Template: TemplatePieces]

  /// Reads the built-in theme with a project's own files laid over it.
  ///
  /// - Parameter overrides: the files of the project's `Templates/`, their paths relative to the
  ///   project. Files that are neither templates nor assets are left out. An `assets/script.js` takes the
  ///   place of both scripts.
  /// - Returns: the theme, nil when it has an error; and what is wrong with it.
  package static func load(overrides: [SourceFile]) -> (theme: SiteTheme?, diagnostics: [Diagnostic]) {
    var templates: [String: SourceFile] = [:]
    var assets: [String: [UInt8]] = [:]
    var script: [String: [UInt8]] = [:]
    let builtIn = BuiltInTheme.files.map { SourceFile(path: folder + $0, bytes: $1) }
    for file in builtIn + overrides {
      guard file.path.hasPrefix(folder) else { continue }
      let path = String(file.path.dropFirst(folder.count))
      if path.hasSuffix(templateSuffix), !path.contains("/") {
        templates[String(path.dropLast(templateSuffix.count))] = file
      } else if SiteScript.holds(path) {
        script[path] = file.bytes
      } else if path.hasPrefix(assetFolder) {
        assets[path] = file.bytes
      }
    }

    if assets[SiteScript.path] == nil {
      assets.merge(SiteScript.scripts(of: script)) { own, _ in own }
    }

    var diagnostics = TemplateCheck(templates: templates).diagnostics()
    var library = MustacheLibrary()
    for (name, file) in templates.sorted(by: { $0.key < $1.key }) {
      do {
        try library.register(String(decoding: file.bytes, as: UTF8.self), named: name)
      } catch {
        // The check names every tag that the library cannot read; this is the net below it.
        guard !diagnostics.contains(where: { $0.span.path == file.path }) else { continue }
        diagnostics.append(
          Diagnostic(
            .templateSyntax, at: file.span(0..<0), "This template cannot be read: \(error)",
            help: "compare it with the built-in template of the same name"))
      }
    }
    guard diagnostics.isEmpty else { return (nil, diagnostics) }
    return (SiteTheme(library: library, assets: assets), [])
  }

  private init(library: MustacheLibrary, assets: [String: [UInt8]]) {
    templates = Dictionary(
      uniqueKeysWithValues: Template.allCases.map { ($0, TemplatePieces($0, of: library)) })
    var published: [Asset] = []
    var paths: [String: String] = [:]
    for (path, bytes) in assets.sorted(by: { $0.key < $1.key }) {
      let publishedPath = Self.publishedPath(of: path, bytes: bytes)
      published.append(Asset(path: publishedPath, bytes: bytes, isFingerprinted: publishedPath != path))
      paths[path] = publishedPath
    }
    self.assets = published
    self.assetPaths = paths
  }

  /// Where an asset of the theme lies in the site.
  ///
  /// - Parameter path: its path in the theme, such as `assets/style.css`.
  func publishedPath(ofAsset path: String) -> String {
    assetPaths[path] ?? path
  }

  /// Where the script of the home and the review page lies: that of all pages where the project has its own.
  var reviewScriptPath: String {
    assetPaths[SiteScript.reviewPath] ?? publishedPath(ofAsset: SiteScript.path)
  }

  /// A template of the theme.
  subscript(template: Template) -> TemplatePieces {
    guard let pieces = templates[template] else {
      preconditionFailure("Every template was cut when the theme was loaded")
    }
    return pieces
  }

  private static let folder = "Templates/"
  private static let assetFolder = "assets/"
  private static let templateSuffix = ".mustache"

  /// Style sheets and scripts bear a hash of their content, so that a browser may keep them for ever.
  private static func publishedPath(of path: String, bytes: [UInt8]) -> String {
    for suffix in [".css", ".js"] where path.hasSuffix(suffix) {
      return "\(path.dropLast(suffix.count)).\(StableHash(of: bytes).hexadecimal)\(suffix)"
    }
    return path
  }
}

/// A template that a page is made from.
enum Template: String, CaseIterable {
  case page, home, notice, redirect
}
