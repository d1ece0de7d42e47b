import Diagnostics
import Markdown

extension PageReader {
  /// How many links to nothing of one page get a suggestion: looking for one compares many names.
  private static let suggestionLimit = 20

  /// Checks a link's text and where it leads, and takes note of it.
  mutating func readLink(_ link: Node) {
    checkText(of: link)
    switch resolver.target(of: link.destination) {
    case .external, .page(_, fragment: nil): break
    case .page(let target, let fragment?):
      links.append(
        AnchorLink(
          target: target, fragment: fragment, span: document.span(of: link),
          fragmentSpan: fragmentSpan(of: link)))
    case .asset(let path, _): use(path)
    case .problem(let problem):
      report(problem, of: link, thing: .link, at: document.span(of: link))
    }
  }

  /// Checks an image's text and its file, and takes note of the file.
  mutating func readImage(_ image: Node) {
    checkAlternative(of: image)
    var span: Span { document.span(of: image) }
    switch resolver.target(of: image.destination) {
    case .asset(let path, _): use(path)
    case .external: diagnostics.append(.foreignImage(at: span))
    case .page: diagnostics.append(.pageAsImage(image.destination, at: span))
    case .problem(let problem):
      report(problem, of: image, thing: .image, at: span)
    }
  }

  private mutating func use(_ asset: String) {
    if usedAssets.insert(asset).inserted { assets.append(asset) }
  }

  /// Where the destination of a link or image stands; nil where the file spells it otherwise, as with
  /// escapes and link definitions.
  private func destinationSpan(of node: Node) -> Span? {
    let span = document.spanOfDestination(of: node)
    let destination = node.destination
    guard !destination.isEmpty, source.bytes[span.range].elementsEqual(destination.utf8) else { return nil }
    return span
  }

  /// Where the part of a destination behind the # stands.
  private func fragmentSpan(of link: Node) -> Span? {
    guard let span = destinationSpan(of: link),
      let hash = source.bytes[span.range].firstIndex(of: UInt8(ascii: "#"))
    else { return nil }
    return source.span(hash + 1..<span.range.upperBound)
  }

  private mutating func report(_ problem: LinkProblem, of node: Node, thing: LinkingThing, at span: Span) {
    var suggestion: LinkResolver.Suggestion?
    if case .missing(_, let resolved) = problem {
      missingLinks += 1
      if missingLinks <= Self.suggestionLimit { suggestion = resolver.suggestion(for: resolved) }
    }
    var diagnostic = diagnostic(
      for: problem, thing: thing, destination: node.destination.shortened, suggestion: suggestion?.path,
      at: span)
    if let meant = resolver.meant(by: node.destination, problem, suggestion: suggestion),
      let place = destinationSpan(of: node)
    {
      diagnostic.fixIt = .write(meant, over: place)
    }
    diagnostics.append(diagnostic)
  }

  private func diagnostic(
    for problem: LinkProblem, thing: LinkingThing, destination: String, suggestion: String?, at span: Span
  ) -> Diagnostic {
    switch problem {
    case .empty: return .emptyDestination(of: thing, at: span)
    case .scheme(let scheme): return .badScheme(scheme.shortened, of: thing, at: span)
    case .malformed: return .malformedDestination(destination, of: thing, at: span)
    case .absolute: return .absoluteLink(destination, at: span)
    case .outside: return .outsideLink(destination, at: span)
    case .query: return .queryInDestination(destination, of: thing, at: span)
    case .folder(let suggestion):
      return .folderAsDestination(destination, of: thing, suggestion: suggestion, at: span)
    case .html(let path): return .linkToHTML(destination, markdown: path, at: span)
    case .planned(let lesson): return .plannedLink(lesson, at: span)
    case .draft(let lesson): return .draftLink(lesson, at: span)
    case .missing(let path, _):
      return .missingDestination(path.shortened, of: thing, suggestion: suggestion, at: span)
    }
  }
}

/// What has a destination.
enum LinkingThing: String {
  case link, image

  /// The rule that a destination breaks where nothing is.
  var brokenRule: Rule {
    switch self {
    case .link: .brokenLink
    case .image: .brokenImage
    }
  }
}

extension String {
  /// The text as a message can hold it.
  fileprivate var shortened: String {
    unicodeScalars.count <= 100 ? self : String(String.UnicodeScalarView(unicodeScalars.prefix(99))) + "…"
  }
}
