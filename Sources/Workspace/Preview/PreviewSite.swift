import Courses
import Diagnostics
import Rendering

/// A site as the preview serves it: all of it in memory, so that no request reaches the disk.
struct PreviewSite: Sendable {
  /// The files that a build would publish, by their paths.
  let files: [String: [UInt8]]
  /// The paths of those for which there was no room.
  let leftOut: Set<String>
  /// Where the site will be published on its host: `/`, or a path that begins and ends with it.
  let root: String
  /// The files that a page uses, as paths in the site, by the page's path.
  let assets: [String: [String]]
  /// What is wrong, in the order to show it.
  let diagnostics: [ShownDiagnostic]
  /// What the machine refused, so that the site is older than the project.
  var fault: PreviewNotes.Fault?

  /// What the preview answers to a request for a path.
  ///
  /// - Parameter target: the path as it was sent, with a query or without.
  func response(to target: String) -> PreviewResponse {
    let sent = target.prefix { $0 != "?" && $0 != "#" }
    guard sent.first == "/" else { return .refusal(.badRequest, "This is no path of a site.") }
    guard let path = PercentEncoding.decode(sent.dropFirst()) else { return notFound }
    if let asset = PreviewAssets.files[path] {
      return PreviewResponse(status: .ok, mediaType: MediaType.of(path), body: asset)
    }
    if let file = file(at: path) { return file }
    // Pages that are served at any address name the others by the whole path on the site's host.
    if root != "/", "/\(path)".hasPrefix(root), let file = file(at: String(path.dropFirst(root.count - 1))) {
      return file
    }
    if !path.isEmpty, files["\(path)/index.html"] != nil, !sent.hasPrefix("//") {
      return PreviewResponse(status: .permanentRedirect, fields: [("Location", "\(sent)/")])
    }
    return notFound
  }

  private func file(at path: String) -> PreviewResponse? {
    let path = path.isEmpty || path.hasSuffix("/") ? "\(path)index.html" : path
    if leftOut.contains(path) {
      return .refusal(
        .insufficientStorage, "The preview has no room for this file in its memory. A build publishes it.")
    }
    return files[path].map { response(.ok, path, $0) }
  }

  private var notFound: PreviewResponse {
    files[Self.notFoundPath].map { response(.notFound, Self.notFoundPath, $0) }
      ?? .refusal(.notFound, "There is no such page.")
  }

  private static let notFoundPath = "404.html"

  private func response(_ status: PreviewResponse.Status, _ path: String, _ bytes: [UInt8]) -> PreviewResponse
  {
    let mediaType = MediaType.of(path)
    guard mediaType == MediaType.html else {
      return PreviewResponse(status: status, mediaType: mediaType, body: bytes)
    }
    let page = PreviewPage.preview(of: bytes, notes: notes(for: path), stamp: stamp(of: path, bytes))
    return PreviewResponse(status: status, mediaType: mediaType, body: page)
  }

  // MARK: News

  /// What changes when a page has to be loaded again.
  ///
  /// - Parameter target: the page's path as it was sent.
  func stamp(of target: String) -> String {
    let sent = target.prefix { $0 != "?" && $0 != "#" }
    guard var path = PercentEncoding.decode(sent.drop { $0 == "/" }) else { return "" }
    if root != "/", files[path] == nil, "/\(path)".hasPrefix(root) {
      path = String(path.dropFirst(root.count - 1))
    }
    if path.isEmpty || path.hasSuffix("/") { path += "index.html" }
    if files[path] == nil { path = Self.notFoundPath }
    return stamp(of: path, files[path] ?? [])
  }

  private func stamp(of path: String, _ bytes: [UInt8]) -> String {
    var parts = [StableHash(of: bytes).hexadecimal]
    parts += (assets[path] ?? []).map { StableHash(of: files[$0] ?? []).hexadecimal }
    parts.append(StableHash(of: PreviewPage.panel(notes(for: path))).hexadecimal)
    return StableHash(of: parts.joined()).hexadecimal
  }

  // MARK: What is wrong

  /// What a page tells its author: what is wrong with the page or, on one that no file of the course stands
  /// for, with everything.
  private func notes(for path: String) -> PreviewNotes {
    guard let page = PageID(htmlPath: path) else {
      return PreviewNotes(own: diagnostics, elsewhere: [], fault: fault)
    }
    let source = ContentFolder.shown(page.markdownPath)
    var elsewhere: [(path: String, diagnostics: [Diagnostic])] = []
    for diagnostic in diagnostics.map(\.diagnostic) where diagnostic.span.path != source {
      if elsewhere.last?.path == diagnostic.span.path {
        elsewhere[elsewhere.count - 1].diagnostics.append(diagnostic)
      } else {
        elsewhere.append((diagnostic.span.path, [diagnostic]))
      }
    }
    return PreviewNotes(
      own: diagnostics.filter { $0.diagnostic.span.path == source },
      elsewhere: elsewhere.map { path, diagnostics in
        PreviewNotes.File(path: path, address: address(of: path), summary: DiagnosticSummary(of: diagnostics))
      }, fault: fault)
  }

  /// Where the preview shows what is wrong with a file of the project: on its page, or on the home.
  private func address(of path: String) -> String {
    let page = PageID(markdownPath: path.dropFirst(ContentFolder.shown("x").count - 1))?.htmlPath
    return "/" + (page.flatMap { files[$0] == nil ? nil : PercentEncoding.encode(path: $0) } ?? "")
  }
}
